import {
  requireBoolean,
  requireIn,
  requireKnown,
  requireWhole,
  show,
  unitHalfOpen,
  unitOpen,
} from "./internal/guard.ts";

/** An exponentially weighted average after k numbers: plain data. */
export interface EwaState {
  /** How many numbers have been taken in. */
  readonly k: number;
  /** The average m_k, which starts at 0. */
  readonly average: number;
  /** The average divided by its sum of weights, m_k/(1 − β^k); NaN before the first number. */
  readonly corrected: number;
}

/** An exponentially weighted average of a stream. It keeps nothing: all it knows is in the state. */
export interface EwaRule {
  /** The state before the first number. */
  init(): EwaState;
  /** The state after one more number x. */
  next(state: EwaState, x: number): EwaState;
}

/**
 * The exponentially weighted average of a stream, one number at a time.
 *
 *     m_k = β m_{k−1} + (1 − β) x_k,    m_0 = 0
 *
 * @param beta retention β in [0, 1).
 * @throws TypeError or RangeError for β outside its range.
 */
export function streamingEwa(beta: number): EwaRule {
  requireIn("streamingEwa", "beta", beta, unitHalfOpen);
  return {
    init: () => ({ k: 0, average: 0, corrected: Number.NaN }),
    next(state, x) {
      const k = state.k + 1;
      const average = beta * state.average + (1 - beta) * x;
      return { k, average, corrected: average / (1 - beta ** k) };
    },
  };
}

/**
 * The exponentially weighted averages of a sequence: entry k is the average of the first k numbers, in
 * which each counts β times as much as the next.
 *
 *     m_k = β m_{k−1} + (1 − β) x_k = (1 − β) Σ_{i=1}^{k} β^{k−i} x_i,    m_0 = 0
 *     corrected:  m_k/(1 − β^k)
 *
 * The weights add up to 1 − β^k only: the averages start too near 0, which the correction takes
 * away. It does not take away the lag of β/(1 − β) steps behind a trend.
 *
 * @param sequence numbers x_1, x_2, …; may be empty. It is not changed.
 * @param beta retention β in [0, 1).
 * @param options.biasCorrection divide by the sum of the weights; default false.
 * @returns as many numbers as the sequence has.
 * @throws TypeError or RangeError for a sequence that is no list or β outside its range.
 * Sources: Hunter 1986; Kingma & Ba 2015, section 3.
 */
export function ewa(
  sequence: readonly number[] | Float64Array,
  beta: number,
  options: { readonly biasCorrection?: boolean } = {},
): number[] {
  requireKnown("ewa", options, ["biasCorrection"]);
  const corrected = requireBoolean("ewa", "biasCorrection", options.biasCorrection ?? false);
  requireIn("ewa", "beta", beta, unitHalfOpen);
  if (!Array.isArray(sequence) && !ArrayBuffer.isView(sequence))
    throw new TypeError(`ewa: sequence must be a list of numbers, got ${show(sequence)}`);
  const rule = streamingEwa(beta);
  let state = rule.init();
  return Array.from(sequence, (x) => {
    state = rule.next(state, x);
    return corrected ? state.corrected : state.average;
  });
}

/** What a retention β means, in steps and in shares of the weight; see `ewaWindow`. */
export interface EwaWindow {
  /** 1/(1 − β): the numbers that a plain sum of the same newest weight would hold. */
  readonly window: number;
  /** ln ½/ln β: after so many steps a number counts half. */
  readonly halfLife: number;
  /** −1/ln β: after so many steps a number counts 1/e of what it did. */
  readonly decayTime: number;
  /** β/(1 − β): the mean age of what is averaged, and the lag behind a trend. */
  readonly meanAge: number;
  /** (1 + β)/(1 − β): a plain mean of so many numbers is as noisy. */
  readonly effectiveSize: number;
  /** (1 − β)/(1 + β): the variance of the average of white noise, in units of the noise's. */
  readonly varianceFactor: number;
  /** β^{1/(1−β)}: the relative weight left after one window; tends to 1/e from below. */
  readonly weightAfterWindow: number;
}

/**
 * The readings of β: window, half-life, mean age, effective size.
 *
 * "An average of the last 1/(1 − β) numbers" is a rule of thumb: these carry about 1 − 1/e = 63 % of the
 * weight only.
 *
 * @param beta retention β in [0, 1).
 * @throws TypeError or RangeError for β outside its range.
 */
export function ewaWindow(beta: number): EwaWindow {
  requireIn("ewaWindow", "beta", beta, unitHalfOpen);
  const window = 1 / (1 - beta);
  return {
    window,
    halfLife: Math.log(0.5) / Math.log(beta),
    decayTime: -1 / Math.log(beta),
    meanAge: beta / (1 - beta),
    effectiveSize: (1 + beta) / (1 - beta),
    varianceFactor: (1 - beta) / (1 + beta),
    weightAfterWindow: beta ** window,
  };
}

/**
 * The weight of the newest numbers, 1 − βᵏ: also the sum of all weights after k steps.
 *
 * @param beta retention β in [0, 1).
 * @param k how many numbers, a whole number.
 * @throws TypeError or RangeError for arguments outside their range.
 */
export function ewaMass(beta: number, k: number): number {
  requireIn("ewaMass", "beta", beta, unitHalfOpen);
  requireWhole("ewaMass", "k", k);
  return 1 - beta ** k;
}

/**
 * The first step k at which less than a given share of the weight is missing: βᵏ < share. From
 * there on, bias correction changes the average by less than about that share.
 *
 * @param beta retention β in [0, 1).
 * @param share the share, in (0, 1). Default 0.01.
 * @throws TypeError or RangeError for arguments outside their range.
 */
export function ewaWarmUpSteps(beta: number, share = 0.01): number {
  requireIn("ewaWarmUpSteps", "beta", beta, unitHalfOpen);
  requireIn("ewaWarmUpSteps", "share", share, unitOpen);
  // The logarithms may be off by a bit: the powers decide.
  let k = Math.max(1, Math.floor(Math.log(share) / Math.log(beta)));
  while (beta ** k >= share) k++;
  return k;
}
