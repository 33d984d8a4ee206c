import { type PlateauState, type ReduceOnPlateauOptions, reduceOnPlateau } from "@downhill/optim";
import { expect, test } from "vitest";

/** The states after each loss. */
function states(
  options: Partial<ReduceOnPlateauOptions>,
  losses: readonly number[],
): PlateauState[] {
  const rule = reduceOnPlateau({ learningRate: 1, factor: 0.5, patience: 1, ...options });
  let state = rule.init();
  return losses.map((loss) => {
    state = rule.next(state, loss);
    return state;
  });
}
const rates = (options: Partial<ReduceOnPlateauOptions>, losses: readonly number[]) =>
  states(options, losses).map(({ learningRate }) => learningRate);

test("the rate drops when more than `patience` losses in a row were not better", () => {
  expect(rates({ patience: 2 }, [5, 5, 5, 5, 5, 5, 5])).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0.25]);
  expect(rates({ patience: 0 }, [5, 5, 5])).toEqual([1, 0.5, 0.25]);
});

test("a better loss starts the count anew", () => {
  expect(rates({}, [5, 5, 4, 4, 3, 3, 3])).toEqual([1, 1, 1, 1, 1, 1, 0.5]);
});

test("better is by a part of the best, or by an amount; equal to the hurdle is not", () => {
  const best = (options: Partial<ReduceOnPlateauOptions>, losses: readonly number[]) =>
    states(options, losses).at(-1)!.best;
  expect(best({ threshold: 0.5 }, [4, 2])).toBe(4);
  expect(best({ threshold: 0.5 }, [4, 1.9])).toBe(1.9);
  expect(best({ threshold: 0.5, thresholdMode: "abs" }, [4, 3.5])).toBe(4);
  expect(best({ threshold: 0.5, thresholdMode: "abs" }, [4, 3.4])).toBe(3.4);
  expect(best({ mode: "max", threshold: 0.5 }, [4, 6])).toBe(4);
  expect(best({ mode: "max", threshold: 0.5 }, [4, 6.1])).toBe(6.1);
  expect(best({ mode: "max", threshold: 0.5, thresholdMode: "abs" }, [4, 4.5])).toBe(4);
  expect(best({ mode: "max", threshold: 0.5, thresholdMode: "abs" }, [4, 4.6])).toBe(4.6);
});

test("during a cooldown nothing is counted, but the best is kept up", () => {
  const after = states({ patience: 0, cooldown: 2 }, [5, 5, 4, 9, 9]);
  expect(after.map(({ learningRate }) => learningRate)).toEqual([1, 0.5, 0.5, 0.5, 0.25]);
  expect(after[2]).toEqual({ learningRate: 0.5, best: 4, bad: 0, cooldown: 1 });
});

test("it stops at the lowest rate, and leaves out changes that are too small", () => {
  expect(rates({ patience: 0, minLearningRate: 0.3 }, [5, 5, 5, 5])).toEqual([1, 0.5, 0.3, 0.3]);
  expect(rates({ patience: 0, epsilon: 0.3 }, [5, 5, 5, 5])).toEqual([1, 0.5, 0.5, 0.5]);
});

test("a loss that is not a number is never better, and 0 as factor stops the run", () => {
  expect(rates({}, [Number.NaN, Number.NaN, 1])).toEqual([1, 0.5, 0.5]);
  expect(rates({ factor: 0 }, [1, 1, 1])).toEqual([1, 1, 0]);
});

test("PyTorch's defaults: a tenth after eleven losses without gain of a ten-thousandth", () => {
  const rule = reduceOnPlateau({ learningRate: 1 });
  let state = rule.init();
  expect(state).toEqual({ learningRate: 1, best: Number.POSITIVE_INFINITY, bad: 0, cooldown: 0 });
  state = rule.next(state, 1);
  for (let i = 0; i < 10; i++) state = rule.next(state, 0.9999);
  expect(state.learningRate).toBe(1);
  state = rule.next(structuredClone(state), 0.9999);
  expect(state).toEqual({ learningRate: 0.1, best: 1, bad: 0, cooldown: 0 });
  expect(rule.next(state, 0.9998).best).toBe(0.9998);
});

test("a state is never changed", () => {
  const rule = reduceOnPlateau({ learningRate: 1, patience: 0 });
  const state = Object.freeze({ ...rule.init(), best: 1 });
  expect(rule.next(state, 2)).toEqual(rule.next(state, 2));
  expect(state).toEqual({ learningRate: 1, best: 1, bad: 0, cooldown: 0 });
});

test.each([
  [{ learningRate: -1 }, "learningRate must be in [0, ∞), got -1"],
  [{ mode: "low" }, 'mode must be one of "min", "max", got "low"'],
  [{ factor: 1 }, "factor must be in [0, 1), got 1"],
  [{ patience: 1.5 }, "patience must be a whole number, 0 or more, got 1.5"],
  [{ threshold: -1 }, "threshold must be in [0, ∞), got -1"],
  [{ thresholdMode: "%" }, 'thresholdMode must be one of "rel", "abs", got "%"'],
  [{ cooldown: -1 }, "cooldown must be a whole number, 0 or more, got -1"],
  [{ minLearningRate: -1 }, "minLearningRate must be in [0, ∞), got -1"],
  [{ epsilon: Number.NaN }, "epsilon must be in [0, ∞), got NaN"],
  [
    { min_lr: 0 },
    'there is no option "min_lr". The options are learningRate, mode, factor, patience, threshold, thresholdMode, cooldown, minLearningRate, epsilon',
  ],
])("%j is refused", (options, message) => {
  expect(() => reduceOnPlateau({ learningRate: 1, ...options } as never)).toThrow(
    `reduceOnPlateau: ${message}`,
  );
});
