import { describe, expect, it } from "vitest";
import { angleCurves, rotatedRuns } from "#components/widgets/rotated-ravine/model.ts";
import { rotatedFields, STEPS } from "#components/widgets/rotated-ravine/state.ts";
import { rotatedSummary, rotatedTable } from "#components/widgets/rotated-ravine/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(rotatedFields);
const last = (angle: number, eta = 1) =>
  Object.fromEntries(
    rotatedRuns(angle, eta).map(({ runner, losses }) => [runner, losses[STEPS] as number]),
  );

describe("the same ravine, turned", () => {
  // Syllabus C08, W08.3; momentum there had another pair, tuned to this start.
  it("takes AdaGrad's advantage away with the angle", () => {
    const losses = [0, 15, 30, 45].map((angle) => last(angle).AdaGrad?.toPrecision(2));
    expect(losses).toEqual(["0.0000091", "0.64", "2.1", "2.9"]);
  });

  it("changes nothing for the other three", () => {
    const flat = last(0);
    for (const angle of [7, 30, 45])
      for (const runner of ["full matrix", "momentum", "gradient descent"])
        expect((last(angle)[runner] as number) / (flat[runner] as number)).toBeCloseTo(1, 4);
    expect(flat["full matrix"]).toBeCloseTo(1.166e-5, 7);
  });

  it("does not let a larger rate help at 45°", () => {
    for (const eta of [0.3, 0.5, 2, 3, 5, 10])
      expect(last(45, eta).AdaGrad).toBeGreaterThan(last(45).AdaGrad as number);
  });

  it("draws the losses of the runs against the angle", () => {
    for (const { runner, losses } of angleCurves(1))
      for (const angle of [0, 30, 60])
        expect(losses.find((one) => one.angle === angle)?.loss).toBeCloseTo(
          last(angle)[runner] as number,
          9,
        );
  });

  it("starts at 45° and says so in words", () => {
    expect(rotatedSummary(initial, rotatedRuns(initial.angle, initial.eta), STEPS)).toBe(
      "The ravine with curvatures 1 and 100, turned by 45°; both AdaGrads with η = 1. Loss after 40 steps: AdaGrad 2.9, full matrix 1.2 × 10⁻⁵, momentum 0.029, gradient descent 12.",
    );
    expect(rotatedTable(angleCurves(1)).rows[0]?.slice(0, 2)).toEqual(["0°", "9.1 × 10⁻⁶"]);
  });
});
