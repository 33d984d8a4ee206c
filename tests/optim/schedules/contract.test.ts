import { gradientDescent, run, scheduleCards } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

test("there are cards of schedules", () => {
  expect(scheduleCards.length).toBeGreaterThanOrEqual(15);
  expect(new Set(scheduleCards.map(({ id }) => id)).size).toBe(scheduleCards.length);
});

describe.each(scheduleCards.map((card) => [card.id, card] as const))(
  "%s keeps the contract",
  (_id, card) => {
    const sliders = Object.fromEntries(
      card.parameters.map(({ name, min, max, whole }) => [
        name,
        whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }),
      ]),
    );

    test("for all values of its sliders, every rate up to step 10⁶ is a number in [0, α]", () => {
      check(
        fc.property(
          fc.record(sliders),
          fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 3, maxLength: 8 }),
          (values, ks) => {
            const rateOf = card.make(values);
            const highest = Math.max(
              ...["learningRate", "base", "end"].map((name) => Number(values[name] ?? 0)),
            );
            for (const k of [...ks, 1, 2, 1_000_000]) {
              const rate = rateOf(k);
              expect(rate).toBeGreaterThanOrEqual(0);
              expect(rate).toBeLessThanOrEqual(highest * (1 + 1e-12));
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    test("twice the rate is twice the rate, at every step", () => {
      const [once, twice] = [0.1, 0.2].map((learningRate) =>
        card.make({ learningRate, base: 0, end: 0 }),
      );
      for (let k = 1; k <= 300; k++) expect(twice!(k)).toBeCloseTo(2 * once!(k), 14);
    });

    test("the rate of a step does not depend on which were asked for before", () => {
      const [forwards, backwards] = [card.make(), card.make()];
      const rates = Array.from({ length: 300 }, (_, i) => forwards(i + 1));
      for (let k = 300; k >= 1; k--) expect(backwards(k)).toBe(rates[k - 1]);
    });

    test("its sliders start at make's defaults, inside of their range", () => {
      const defaults = Object.fromEntries(card.parameters.map((p) => [p.name, p.default]));
      const [plain, given] = [card.make(), card.make({ ...defaults, unknown: 3 })];
      for (let k = 1; k <= 300; k++) expect(given(k)).toBe(plain(k));
      for (const { default: start, min, max, scale } of card.parameters) {
        expect(min <= start && start <= max).toBe(true);
        if (scale === "log") expect(min).toBeGreaterThan(0);
      }
    });

    test("NaN is refused for every parameter", () => {
      for (const { name } of card.parameters)
        expect(() => card.make({ [name]: Number.NaN })).toThrow(
          /: [\w ]+ must be (in .*|a whole number, \d or more), got NaN$/,
        );
    });

    test("a method can follow it", () => {
      const learningRate = card.make();
      const { frames, outcome } = run(gradientDescent({ learningRate }), bowl([1, 5]), [-4, 1], {
        steps: 50,
      });
      expect(outcome.kind).toBe("budget");
      for (const { k, stepLength } of frames.slice(1)) expect(stepLength).toBe(learningRate(k));
    });
  },
);
