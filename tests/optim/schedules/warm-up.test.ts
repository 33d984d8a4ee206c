import { cosineAnnealing, linearRamp, scheduleSequence, warmUp } from "@downhill/optim";
import { expect, test } from "vitest";

test("warm-up and cosine: 0.01, 0.1, 0.05, 0 at t = 0, 9, 55, 100", () => {
  const cosine = cosineAnnealing({ learningRate: 0.1, steps: 90, afterwards: "hold" });
  const rateOf = warmUp(cosine, { steps: 10 });
  expect(rateOf(1)).toBeCloseTo(0.01, 15);
  expect(rateOf(10)).toBe(0.1);
  expect(rateOf(11)).toBe(0.1);
  expect(rateOf(56)).toBeCloseTo(0.05, 15);
  expect([101, 200].map(rateOf)).toEqual([0, 0]);
});

test("it rises in equal parts, and never wastes a step at 0", () => {
  const rateOf = warmUp(0.8, { steps: 4 });
  expect([1, 2, 3, 4, 5, 99].map(rateOf)).toEqual([0.2, 0.4, 0.8 * 0.75, 0.8, 0.8, 0.8]);
});

test("no steps leave the schedule as it is", () => {
  const halving = (k: number) => 2 ** -k;
  const rateOf = warmUp(halving, { steps: 0 });
  for (const k of [1, 2, 7]) expect(rateOf(k)).toBe(halving(k));
});

test("it is PyTorch's sequence of a linear ramp and the schedule", () => {
  const halving = (k: number) => 2 ** -k;
  const rateOf = warmUp(halving, { steps: 5 });
  const ramp = linearRamp({ learningRate: 0.5, startFactor: 1 / 5, endFactor: 1, steps: 4 });
  const sequence = scheduleSequence([ramp, halving], [5]);
  for (let k = 1; k < 12; k++) expect(rateOf(k)).toBeCloseTo(sequence(k), 15);
});

test.each([
  ["0.1", { steps: 1 }, 'schedule must be a number in [0, ∞) or a schedule k => rate, got "0.1"'],
  [-1, { steps: 1 }, "schedule must be in [0, ∞), got -1"],
  [1, { steps: -1 }, "steps must be a whole number, 0 or more, got -1"],
  [1, { warmup: 1 }, 'there is no option "warmup". The options are steps'],
  [1, 5, "options must be an object such as { steps: … }, got 5"],
])("%j with %j is refused", (schedule, options, message) => {
  expect(() => warmUp(schedule as never, options as never)).toThrow(`warmUp: ${message}`);
});

test("a schedule that gives no rate is named, with the step of its own", () => {
  expect(() => warmUp(() => -1, { steps: 2 })(5)).toThrow(
    "warmUp: the learning rate of step 3 must be in [0, ∞), got -1",
  );
});
