import { saddleB } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { raceModel } from "#components/widgets/saddle-race/model.ts";
import { etaTrack, LONGEST, raceFields } from "#components/widgets/saddle-race/state.ts";
import { raceSummary, raceTable } from "#components/widgets/saddle-race/words.ts";
import { initialState, parseState } from "#components/widgets/url-state.ts";

const initial = initialState(raceFields);
const leaving = (change: object) =>
  raceModel({ ...initial, ...change }).runs.map(({ left }) => left ?? Number.NaN);
/** Gradient descent, momentum, Nesterov, AdaGrad, RMSprop, Adadelta, Adam. */
const counts = (change: object) => leaving(change).join(" ");

describe("the saddle race", () => {
  // Chapter C04, W04.1: steps until |y| > 0.5. Nesterov's count is that of its own iterates; PyTorch's
  // look-ahead points are there one step earlier in some of these runs.
  it.each([
    [{}, "321 66 62 91 12 24 25"],
    [{ eta: 0.1, y0: 1e-4 }, "91 33 30 7 2 27 6"],
    [{ eta: 0.1, y0: 1e-12 }, "284 100 89 8 3 54 8"],
    [{ eta: 0.1, y0: 1e-12, epsilon: 1e-2 }, "284 100 89 17 13 54 27"],
  ])("with %j it counts %s", (change, expected) => {
    expect(counts(change)).toBe(expected);
  });

  it("costs gradient descent the same for every factor of ten, and adaptive methods few or none", () => {
    const tens = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6].map((y0) => leaving({ y0 }));
    const extra = (racer: number) =>
      tens.slice(1).map((row, i) => (row[racer] as number) - (tens[i]?.[racer] as number));
    const perTen = Math.log(10) / Math.log(1.02);
    for (const more of extra(0)) expect(Math.abs(more - perTen)).toBeLessThan(2);
    for (const racer of [3, 4, 6])
      for (const more of extra(racer)) expect(more).toBeLessThanOrEqual(6);
  });

  it("lets nobody leave from the axis itself, until there is noise", () => {
    const still = raceModel({ ...initial, onAxis: true });
    for (const { left, points } of still.runs) {
      expect(left).toBeUndefined();
      expect(points.every(({ y }) => y === 0)).toBe(true);
    }
    for (const sigma of [1e-6, 1e-2, 0.1])
      for (const left of leaving({ onAxis: true, sigma, eta: 0.1 }))
        expect(left).toBeLessThan(LONGEST);
  });

  it.each([
    [0.1, 40],
    [1e-2, 64],
    [1e-4, 112],
    [1e-6, 161],
  ])("with noise of %d gradient descent leaves after %d steps in the median", (sigma, median) => {
    const all = Array.from(
      { length: 200 },
      (_, i) => leaving({ onAxis: true, sigma, eta: 0.1, seed: i + 1 })[0] as number,
    ).sort((a, b) => a - b);
    expect(((all[99] as number) + (all[100] as number)) / 2).toBe(median);
  });

  it("diverges nowhere in the range of its rates", () => {
    for (const eta of etaTrack.domain)
      for (const sigma of [0, 0.1])
        for (const { points } of raceModel({ ...initial, eta, sigma }).runs)
          for (const { x, y } of points) {
            expect(Math.abs(x)).toBeLessThan(3);
            expect(Math.abs(y)).toBeLessThan(3);
            expect(saddleB.value(Float64Array.of(x, y))).toBeLessThan(10);
          }
  });

  it("says what it shows, and what it cannot", () => {
    const words = (change: object) => {
      const state = { ...initial, ...change };
      return raceSummary(state, raceModel(state), state.t);
    };
    expect(words({})).toContain("gradient descent 321 steps");
    expect(words({})).toContain("At step 60, 3 of the seven have left");
    expect(words({ onAxis: true })).toContain("nobody leaves the axis");
    expect(words({ eta: 0.005, y0: 1e-12 })).toContain("gradient descent more than 1500");
    expect(words({ sigma: 0.01 })).toContain("noise of σ = 0.01");
  });

  it("reads its noise from the address", () => {
    expect(parseState("sigma:0.000001,onAxis:on", raceFields)).toMatchObject({
      sigma: 1e-6,
      onAxis: true,
    });
  });

  it("tells its numbers in a table that a person can read", () => {
    const model = raceModel(initial);
    const { rows, columns } = raceTable(model);
    expect(columns).toHaveLength(8);
    expect(rows.length).toBeLessThan(25);
    // Nothing is printed for a run that has been ended.
    const late = rows.at(-1)!;
    model.runs.forEach(({ points }, index) => {
      expect(late[index + 1] === "–").toBe(Number(late[0]) >= points.length);
    });
  });
});
