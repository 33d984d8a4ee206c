import type { Method, Schedule, State } from "./types.ts";

/** One adjustable number of a method, as a slider needs it. */
export interface Parameter {
  /** Its name among the method's options. */
  readonly name: string;
  /** TeX, for the label beside the formula. */
  readonly symbol: string;
  readonly label: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** How the slider divides its range. */
  readonly scale: "linear" | "log";
  /** Whether only whole numbers make sense. Default false. */
  readonly whole?: boolean;
}

/** Values of parameters, by name. */
export type CardValues = Readonly<Record<string, number>>;

/** What a method claims. Each claim is checked by the contract tests for every card. */
export interface Promises {
  /** Rotating the function rotates the path: no axis is special. */
  readonly rotationInvariant: boolean;
  /** Multiplying f by a positive number leaves the path as it is, but for ε and rounding. */
  readonly scaleInvariant: boolean;
  /** On a quadratic around 0 the path is linear in the start: start twice as far, stay so. */
  readonly linear: boolean;
  /**
   * f never rises: on a convex function with rate at most 1/L for a method that has a learning
   * rate, on every problem for a method that has none.
   */
  readonly monotone: boolean;
  /**
   * On f = ½λx² it converges when rate × λ is below this number and diverges above it. Left out
   * by methods without such a limit.
   */
  stableBelow?(values: CardValues): number;
  /** Is at the minimum of a convex quadratic of n variables after this many steps, but for rounding. */
  quadraticSteps?(n: number): number;
  /** Reaches ‖∇f‖∞ ≤ 1e-6 on every smooth problem bounded below within this many steps. */
  readonly convergesWithin?: number;
}

/** How the catalogue groups methods. */
export type Family =
  | "gradient" // plain gradients and momentum
  | "adaptive" // a rate for each coordinate
  | "wrapper" // something done around another method
  | "matrix" // parameters that form a matrix
  | "curvature" // second derivatives, or what replaces them
  | "derivative-free";

/** A method's entry in the catalogue: what sliders, reference pages and tests read. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly parameters: readonly Parameter[];
  /** Where the method comes from. */
  readonly source: string;
  readonly promises: Promises;
  /**
   * The method at these parameter values; a missing value takes its default, and a name that is
   * none of the parameters is ignored.
   * @throws as the method does for values outside their range.
   */
  make(values?: CardValues): Method<State>;
}

/** A learning-rate schedule's entry in the catalogue. */
export interface ScheduleCard {
  readonly id: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly source: string;
  /** The schedule at these values; missing ones take their default. */
  make(values?: CardValues): Schedule;
}

/** The slider of a learning rate; a card gives its own default. */
export const learningRateParameter = {
  name: "learningRate",
  symbol: "\\eta",
  label: "learning rate",
  min: 0.001,
  max: 1,
  scale: "log",
} as const;

/** The slider of a momentum factor. */
export const betaParameter = {
  name: "beta",
  symbol: "\\beta",
  label: "momentum",
  default: 0.9,
  min: 0,
  max: 0.99,
  scale: "linear",
} as const;

/** The slider of a schedule's first or highest rate. */
export const scheduleRateParameter = { ...learningRateParameter, default: 0.1 } as const;

/** The slider of a schedule's length. */
export const scheduleStepsParameter = {
  name: "steps",
  symbol: "T",
  label: "steps",
  default: 100,
  min: 10,
  max: 500,
  scale: "linear",
  whole: true,
} as const;
