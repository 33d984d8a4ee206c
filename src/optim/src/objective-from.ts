import { requireWhole, show } from "./internal/guard.ts";
import { type Differentiable, grad, hessian, hessianVector, Variable } from "./tape.ts";
import type { Objective } from "./types.ts";

/**
 * An objective from a formula alone; its derivatives come from the tape.
 *
 *     objectiveFrom((x, y) => x.squared().plus(y.power(4)), 2)
 *
 * @param f the function, written with the methods of its variables.
 * @param dim number of variables, a whole number, 1 or more.
 * @throws TypeError or RangeError for another dim or an f that is no function; TypeError at the
 *   first evaluation when f returns no Variable.
 */
export function objectiveFrom(f: Differentiable, dim: number): Objective {
  requireWhole("objectiveFrom", "dim", dim, 1);
  if (typeof f !== "function")
    throw new TypeError(`objectiveFrom: f must be a function of variables, got ${show(f)}`);
  return {
    dim,
    value(x) {
      const tape: Variable[] = [];
      const y = f(...Array.from(x, (xi) => new Variable(tape, xi, 0)));
      if (y instanceof Variable) return y.value;
      throw new TypeError(
        `objectiveFrom: f must return a Variable such as x.times(y), got ${show(y)}`,
      );
    },
    gradient: grad(f),
    hessian: hessian(f),
    hessianVector: hessianVector(f),
  };
}
