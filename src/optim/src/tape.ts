import { hessianFromProducts } from "./hessian-from-products.ts";
import { show } from "./internal/guard.ts";
import type { Matrix, Vec } from "./types.ts";

/**
 * A number that remembers how it was computed: one line of the tape.
 *
 * A line knows the one or two lines it was made from, and its slope in each of them. While x
 * moves as x + tv it also knows how fast its value and its slopes change. These rates, dots over
 * letters in books, are what second derivatives are made of.
 */
export class Variable {
  /** ∂f/∂value, and its rate: 0 until the way back. */
  adjoint = 0;
  adjointRate = 0;
  readonly tape: Variable[];
  readonly value: number;
  readonly rate: number;
  readonly left: Variable | undefined;
  readonly byLeft: number;
  readonly byLeftRate: number;
  readonly right: Variable | undefined;
  readonly byRight: number;
  readonly byRightRate: number;

  constructor(
    tape: Variable[],
    value: number,
    rate: number,
    left?: Variable,
    byLeft = 0,
    byLeftRate = 0,
    right?: Variable,
    byRight = 0,
    byRightRate = 0,
  ) {
    this.tape = tape;
    this.value = value;
    this.rate = rate;
    this.left = left;
    this.byLeft = byLeft;
    this.byLeftRate = byLeftRate;
    this.right = right;
    this.byRight = byRight;
    this.byRightRate = byRightRate;
    tape.push(this);
  }

  /** φ(a) from its value, slope φ′ and bend φ″ at a. This is the chain rule; add functions by it. */
  through(value: number, slope: number, bend: number): Variable {
    const { tape, rate } = this;
    return new Variable(tape, value, slope * rate, this, slope, bend * rate);
  }

  /** φ(a, b) from its value, its slopes in a and b, and its bends ∂²/∂a², ∂²/∂a∂b, ∂²/∂b². */
  join(b: Variable, value: number, byA: number, byB: number, aa = 0, ab = 0, bb = 0): Variable {
    const [p, q] = [this.rate, b.rate];
    const [byARate, byBRate] = [aa * p + ab * q, ab * p + bb * q];
    return new Variable(this.tape, value, byA * p + byB * q, this, byA, byARate, b, byB, byBRate);
  }

  plus(b: Variable | number): Variable {
    if (typeof b === "number") return this.through(this.value + b, 1, 0);
    return this.join(b, this.value + b.value, 1, 1);
  }

  minus(b: Variable | number): Variable {
    if (typeof b === "number") return this.through(this.value - b, 1, 0);
    return this.join(b, this.value - b.value, 1, -1);
  }

  times(b: Variable | number): Variable {
    if (typeof b === "number") return this.through(this.value * b, b, 0);
    return this.join(b, this.value * b.value, b.value, this.value, 0, 1, 0);
  }

  over(b: Variable | number): Variable {
    if (typeof b === "number") return this.through(this.value / b, 1 / b, 0);
    const [ratio, one] = [this.value / b.value, 1 / b.value];
    return this.join(b, ratio, one, -ratio * one, 0, -one * one, 2 * ratio * one * one);
  }

  squared(): Variable {
    return this.through(this.value * this.value, 2 * this.value, 2);
  }

  /** aᵇ; a variable exponent needs a > 0. */
  power(b: Variable | number): Variable {
    if (typeof b !== "number") return this.log().times(b).exp();
    const slope = b === 0 ? 0 : b * this.value ** (b - 1); // at a = 0 not 0 · ∞
    const bend = b === 0 || b === 1 ? 0 : b * (b - 1) * this.value ** (b - 2);
    return this.through(this.value ** b, slope, bend);
  }

  sqrt(): Variable {
    const root = Math.sqrt(this.value);
    return this.through(root, 0.5 / root, -0.25 / root ** 3);
  }

  exp(): Variable {
    const e = Math.exp(this.value);
    return this.through(e, e, e);
  }

  log(): Variable {
    return this.through(Math.log(this.value), 1 / this.value, -1 / this.value ** 2);
  }

  sin(): Variable {
    const [s, c] = [Math.sin(this.value), Math.cos(this.value)];
    return this.through(s, c, -s);
  }

  cos(): Variable {
    const [s, c] = [Math.sin(this.value), Math.cos(this.value)];
    return this.through(c, -s, -c);
  }

  tanh(): Variable {
    const t = Math.tanh(this.value);
    const slope = 1 - t * t;
    return this.through(t, slope, -2 * t * slope);
  }

  /** |a|. At 0, where it has no slope, 0 is taken. */
  abs(): Variable {
    return this.through(Math.abs(this.value), Math.sign(this.value), 0);
  }

  /** The larger of two; b where they are equal, so that `a.max(0)` has slope 0 at its kink. */
  max(b: Variable | number): Variable {
    const other = typeof b === "number" ? new Variable(this.tape, b, 0) : b;
    return this.value > other.value || Number.isNaN(this.value) ? this : other;
  }

  /** What JavaScript asks for at `x * y`: a plain number, which would forget where it came from. */
  [Symbol.toPrimitive](): never {
    throw new TypeError("Variable: + − * / forget the variable. Write x.times(y) for x * y");
  }
}

/** A function of n variables, written with their methods: `(x, y) => x.times(y).plus(1)`. */
export type Differentiable = (...x: Variable[]) => Variable;

/**
 * Runs f on fresh lines, writing the tape; then goes back over it from the end: each line hands
 * its adjoint to the lines it was made from, times its slope in them.
 *
 * @returns the lines of x: their adjoints are ∇f(x), the rates of these ∇²f(x) v.
 */
function thereAndBack(f: Differentiable, x: ArrayLike<number>, v?: ArrayLike<number>): Variable[] {
  const tape: Variable[] = [];
  for (let i = 0; i < x.length; i++) new Variable(tape, x[i]!, v?.[i] ?? 0);
  const inputs = tape.slice();
  const output = f(...inputs);
  if (!(output instanceof Variable))
    throw new TypeError(`grad: f must return a Variable such as x.times(y), got ${show(output)}`);

  output.adjoint = 1;
  for (let k = tape.length - 1; k >= x.length; k--) {
    const line = tape[k]!;
    const { adjoint, adjointRate, left, right } = line;
    if (adjoint === 0 && adjointRate === 0) continue; // f does not depend on it: no 0 · ∞
    if (left !== undefined) {
      left.adjoint += line.byLeft * adjoint;
      left.adjointRate += line.byLeft * adjointRate + line.byLeftRate * adjoint;
    }
    if (right !== undefined) {
      right.adjoint += line.byRight * adjoint;
      right.adjointRate += line.byRight * adjointRate + line.byRightRate * adjoint;
    }
  }
  return inputs;
}

/**
 * The gradient of f as a function of the point: exact but for rounding, at the price of a few
 * evaluations of f however many variables there are. Reverse-mode automatic differentiation.
 *
 *     grad((x, y) => x.squared().plus(x.times(y)))([2, 3])    // 7, 2
 *
 * @throws TypeError for a function that returns no Variable.
 * Source: Linnainmaa 1970; Griewank & Walther 2008.
 */
export function grad(f: Differentiable): (x: ArrayLike<number>) => Vec {
  return (x) => {
    const g = new Float64Array(x.length);
    const inputs = thereAndBack(f, x);
    for (let i = 0; i < x.length; i++) g[i] = inputs[i]!.adjoint;
    return g;
  };
}

/**
 * ∇²f(x) v as a function of x and v, without the matrix: exact but for rounding, at the price of
 * one gradient. It is the rate of ∇f while x moves along v.
 *
 * @throws TypeError for a function that returns no Variable.
 * Source: Pearlmutter 1994.
 */
export function hessianVector(
  f: Differentiable,
): (x: ArrayLike<number>, v: ArrayLike<number>) => Vec {
  return (x, v) => Float64Array.from(thereAndBack(f, x, v), ({ adjointRate }) => adjointRate);
}

/**
 * The Hessian of f as a function of the point: exact but for rounding, n products with an axis.
 *
 * @throws TypeError for a function that returns no Variable.
 */
export function hessian(f: Differentiable): (x: ArrayLike<number>) => Matrix {
  return hessianFromProducts(hessianVector(f));
}
