/** A function that formulas may use, and how many arguments it takes. */
export interface KnownFunction {
  readonly apply: (a: number, b: number) => number;
  readonly arguments: readonly number[];
}

const one = (apply: (a: number) => number): KnownFunction => ({ apply, arguments: [1] });

/** What may stand in a formula: functions whose derivatives are functions of this file again. */
export const FUNCTIONS: Readonly<Record<string, KnownFunction>> = {
  sqrt: one(Math.sqrt),
  exp: one(Math.exp),
  log: {
    apply: (a, base) => (base === undefined ? Math.log(a) : Math.log(a) / Math.log(base)),
    arguments: [1, 2],
  },
  ln: one(Math.log),
  log10: one(Math.log10),
  sin: one(Math.sin),
  cos: one(Math.cos),
  tan: one(Math.tan),
  asin: one(Math.asin),
  acos: one(Math.acos),
  atan: one(Math.atan),
  sinh: one(Math.sinh),
  cosh: one(Math.cosh),
  tanh: one(Math.tanh),
  asinh: one(Math.asinh),
  acosh: one(Math.acosh),
  atanh: one(Math.atanh),
  abs: one(Math.abs),
};

/** What derivatives bring in besides. */
export const DERIVED_FUNCTIONS: Readonly<Record<string, KnownFunction>> = {
  sec: one((a) => 1 / Math.cos(a)),
  sech: one((a) => 1 / Math.cosh(a)),
};

/** Functions of mathematics that have no derivative where it would matter. */
export const KINKED = ["max", "min", "sign", "floor", "ceil", "round", "fix", "mod"];

export const CONSTANTS: Readonly<Record<string, number>> = {
  pi: Math.PI,
  tau: 2 * Math.PI,
  e: Math.E,
};
