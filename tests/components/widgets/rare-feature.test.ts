import { describe, expect, it } from "vitest";
import {
  errorsAt,
  examplesOf,
  rareExamples,
  rareRun,
  sweeps,
} from "#components/widgets/rare-feature/model.ts";
import { type Runner, rareFields } from "#components/widgets/rare-feature/state.ts";
import { rareSummary, rareTable } from "#components/widgets/rare-feature/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(rareFields);
const examples = examplesOf(initial.seed);
const plain = rareRun(examples, "SGD", initial.sgd);
const adaptive = rareRun(examples, initial.rival, initial.eta);
const best = (runner: Runner) => sweeps().find((one) => one.runner === runner)?.best;

describe("a feature that is rarely there", () => {
  it("starts with the rates and errors of the text", () => {
    expect([initial.sgd, initial.rival, initial.eta]).toEqual([0.02, "AdaGrad", 0.5]);
    const errors = (run: typeof plain) =>
      [100, 300, 1000].map((t) => errorsAt(run, t)?.map((error) => Number(error.toPrecision(3))));
    // Syllabus C08, W08.1.
    expect(errors(plain)).toEqual([
      [0.00374, 1.85],
      [0.012, 1.63],
      [0.0118, 1.18],
    ]);
    expect(errors(adaptive)).toEqual([
      [0.0104, 0.779],
      [0.00868, 0.273],
      [0.0223, 0.00811],
    ]);
  });

  it("moves the rare weight of SGD and of AdaGrad only where the feature is there", () => {
    const rare = new Set(rareExamples(examples));
    expect(rare.size).toBe(26);
    for (const { weights } of [plain, adaptive])
      weights.slice(1).forEach(([, two], i) => {
        if (!rare.has(i + 1)) expect(two).toBe(weights[i]?.[1]);
      });
  });

  it("leaves SGD about what 26 factors of 0.98 leave", () => {
    expect(errorsAt(plain, 1000)?.[1]).toBeCloseTo(2 * 0.98 ** 26, 2);
  });

  it("has AdaGrad ahead also when each method has its best rate", () => {
    const lowest = (["AdaGrad", "Adam", "RMSprop", "SGD"] as const).map(best);
    expect(lowest.map((one) => one?.eta)).toEqual([0.7, 0.06, 0.05, 0.12]);
    expect(lowest.map((one) => one?.error.toPrecision(2))).toEqual([
      "0.035",
      "0.056",
      "0.066",
      "0.19",
    ]);
    // No best rate is at an end of its list: a better one is not just beyond.
    for (const { errors, best } of sweeps()) {
      expect(best).not.toBe(errors[0]);
      expect(best).not.toBe(errors.at(-1));
    }
  });

  it("says when a run is lost", () => {
    const lost = rareRun(examples, "SGD", 0.9);
    expect(lost.diverged).toBeGreaterThan(10);
    expect(rareSummary([lost], sweeps(), [], 1000)).toContain(
      `SGD with η = 0.9: diverged at example ${lost.diverged}.`,
    );
  });

  it("says so in words", () => {
    expect(rareSummary([plain, adaptive], sweeps(), rareExamples(examples), 1000)).toMatch(
      /^After 1000 examples, 26 of them with the rare feature, .* SGD with η = 0\.02: 0\.012 and 1\.2; AdaGrad with η = 0\.5: 0\.022 and 0\.0081\./,
    );
    expect(rareTable([plain, adaptive], sweeps()).rows).toHaveLength(6);
  });
});
