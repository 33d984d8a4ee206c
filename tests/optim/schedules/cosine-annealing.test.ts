import { cosineAnnealing } from "@downhill/optim";
import { expect, test } from "vitest";

test("it starts at α, is at the middle after T/2 and at the end after T steps, exactly", () => {
  for (const afterwards of ["rise", "hold"] as const) {
    const rateOf = cosineAnnealing({ learningRate: 0.1, end: 0.001, steps: 100, afterwards });
    expect(rateOf(1)).toBe(0.1);
    expect(rateOf(51)).toBeCloseTo(0.0505, 15);
    expect(rateOf(101)).toBe(0.001);
    for (let k = 1; k <= 100; k++) expect(rateOf(k)).toBeGreaterThan(rateOf(k + 1));
  }
});

test("a quarter of the way from 0.1 to 0.001 in 100 steps it is at 0.0855, and at 0.0155 after three", () => {
  const rateOf = cosineAnnealing({ learningRate: 0.1, end: 0.001, steps: 100 });
  expect(rateOf(26)).toBeCloseTo(0.0855, 4);
  expect(rateOf(76)).toBeCloseTo(0.0155, 4);
});

test("afterwards it rises again with period 2T, as in PyTorch, or holds", () => {
  const rise = cosineAnnealing({ learningRate: 1, steps: 10 });
  const hold = cosineAnnealing({ learningRate: 1, steps: 10, afterwards: "hold" });
  for (let n = 0; n <= 10; n++) {
    expect(rise(11 + n)).toBeCloseTo(rise(11 - n), 14);
    expect(rise(21 + n)).toBe(rise(1 + n));
    expect(hold(11 + n)).toBe(0);
  }
  expect(rise(1 + 2e6)).toBe(1);
});

test.each([
  [{ learningRate: -1, steps: 1 }, "learningRate must be in [0, ∞), got -1"],
  [{ learningRate: 1 }, "steps must be a whole number, got undefined"],
  [{ learningRate: 1, steps: 0 }, "steps must be a whole number, 1 or more, got 0"],
  [{ learningRate: 1, steps: 1, end: -1 }, "end must be in [0, ∞), got -1"],
  [
    { learningRate: 1, steps: 1, afterwards: "stop" },
    'afterwards must be one of "rise", "hold", got "stop"',
  ],
  [
    { learningRate: 1, T_max: 1 },
    'there is no option "T_max". The options are learningRate, steps, end, afterwards',
  ],
])("%j is refused", (options, message) => {
  expect(() => cosineAnnealing(options as never)).toThrow(`cosineAnnealing: ${message}`);
});
