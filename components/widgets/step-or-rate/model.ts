import {
  bowl,
  gradientDescent,
  type Method,
  normalizedGradientDescent,
  run,
} from "@downhill/optim";
import { START, STEPS, type StepOrRateState } from "./state.ts";

/** Positions after 0, 1, … steps of both methods on x². */
export interface StepOrRateModel {
  /** Normalized gradient descent: every step has the length h. */
  readonly fixedLength: readonly number[];
  /** Gradient descent: every step is η times the slope. */
  readonly fixedRate: readonly number[];
  /** The step with which normalized descent landed exactly on the minimum, if it did. */
  readonly lands?: number;
}

export function stepOrRateModel({ h, eta }: Pick<StepOrRateState, "h" | "eta">): StepOrRateModel {
  const fixedLength = positions(normalizedGradientDescent({ learningRate: h }));
  const lands = fixedLength.indexOf(0);
  return {
    fixedLength,
    fixedRate: positions(gradientDescent({ learningRate: eta })),
    ...(lands < 0 ? {} : { lands }),
  };
}

function positions(method: Method): readonly number[] {
  const { frames } = run(method, bowl([2]), [START], { steps: STEPS });
  return frames.map(({ x }) => x[0] as number);
}
