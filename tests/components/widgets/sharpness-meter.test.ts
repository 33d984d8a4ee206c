import { symmetricEigen } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import {
  network,
  sharpnessRun,
  startWeights,
  train,
} from "#components/widgets/sharpness-meter/run.ts";
import { EVERY, FIRST_RATE, STEPS } from "#components/widgets/sharpness-meter/state.ts";
import {
  range,
  sharpnessSummary,
  sharpnessTable,
} from "#components/widgets/sharpness-meter/words.ts";

const first = sharpnessRun(FIRST_RATE);

describe("the sharpness of a network in training", () => {
  it("starts at the edge: 2/η is 4, and so is the sharpness", () => {
    expect(first.sharpness).toHaveLength(STEPS / EVERY + 1);
    for (const value of first.sharpness.slice(3000 / EVERY)) expect(value).toBeCloseTo(4, 1);
    expect(sharpnessSummary(first, FIRST_RATE, STEPS)).toMatch(
      /^With η = 0\.5 the limit 2\/η is 4\. In the second half of the training the sharpness is between 3\.985 and 4\.004\. At step 4000 it is 4 and the loss 0\.0003/,
    );
  });

  it("measures the largest eigenvalue of the Hessian", () => {
    const steps = train(FIRST_RATE, 100);
    let last = steps.next();
    while (!last.done) last = steps.next();
    const { value } = last;
    const all = symmetricEigen(network.hessian!(startWeights())).values;
    expect(value.sharpness[0]! / all.at(-1)!).toBeCloseTo(1, 4);
    expect(value.loss[0]).toBeCloseTo(network.value(startWeights()), 12);
    expect(value.sharpness).toHaveLength(3);
  });

  it("says while a training is under way, and after it", () => {
    const steps = train(0.1, 100);
    const early = steps.next().value;
    expect(sharpnessSummary(early, 0.1, 4000)).toContain("The training is under way. At step 0");
    expect(sharpnessSummary(first, 0.3, 4000)).toContain("under way");
  });

  it("has the smallest and the largest of the second half, and a table", () => {
    const [low, high] = range(first);
    expect(low).toBeGreaterThan(3.97);
    expect(high).toBeLessThan(4.02);
    expect(sharpnessTable(first).rows.at(-1)?.[0]).toBe("4000");
  });
});
