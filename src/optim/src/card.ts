import type { Method, State } from "./types.ts";

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
}

/** Values of parameters, by name. */
export type CardValues = Readonly<Record<string, number>>;

/** What a method claims. Each claim is checked by the contract tests for every card. */
export interface Promises {
  /** Rotating the function rotates the path: no axis is special. */
  readonly rotationInvariant: boolean;
  /** On a quadratic around 0 the path is linear in the start: start twice as far, stay so. */
  readonly linear: boolean;
  /** On a convex function with rate at most 1/L, f never rises. */
  readonly monotone: boolean;
  /** On f = ½λx² it converges when rate × λ is below this number and diverges above it. */
  stableBelow(values: CardValues): number;
}

/** A method's entry in the catalogue: what sliders, reference pages and tests read. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  /** Where the method comes from. */
  readonly source: string;
  readonly promises: Promises;
  /**
   * The method at these parameter values; a missing value takes its default.
   * @throws as the method does for values outside their range.
   */
  make(values?: CardValues): Method<State>;
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
