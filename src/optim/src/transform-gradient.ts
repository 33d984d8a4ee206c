import { requireMethod } from "./internal/require-method.ts";
import type { InPlace, Method, Objective, Oracle, State, Vec } from "./types.ts";

/** What a method is to be told in place of the gradient. */
export interface GradientTransform {
  /** What is done, for the name of the method and for messages: "clipGradient". */
  readonly name: string;
  /**
   * Writes into `out` what the method sees as the gradient at x, in step k = 1, 2, …
   * `slope(y, out)` writes the true ∇f(y), at x or at any other point y.
   */
  gradientInto(slope: (y: Vec, out: Vec) => void, x: Vec, out: Vec, k: number): void;
  /**
   * The linear function of x whose slopes are what was added to the gradient; methods then see
   * f(x) + added(x, k). Left out where the new gradients are the slopes of no function.
   */
  added?(x: Vec, k: number): number;
}

/**
 * Runs a method on gradients other than the true ones: clipped, noisy, taken elsewhere. The
 * state is that of the method, unchanged, so that wrappers of this kind can be put around one
 * another: the innermost is the last to change the gradient that the method uses.
 *
 * Weight decay and `maximize` of the method come after the transformation.
 *
 * A method may look at more than gradients. Where the transformation adds a linear function it
 * sees f with that function added, and the Hessian, which stays as it is. Otherwise second
 * derivatives would be those of another function: methods of order 2 are refused here, and a
 * method that asks for f, as line searches do, is refused at its first step.
 *
 * @throws TypeError for what is no method; RangeError for a method that asks for no gradient, or
 *   for more than the transformation can answer.
 */
export function transformGradient<S extends State>(
  method: Method<S>,
  transform: GradientTransform,
): Method<S> {
  const { name } = transform;
  requireMethod(name, method);
  if (method.order === 0)
    throw new RangeError(`${name}: ${method.name} asks for no gradient, so that nothing changes`);
  if (method.order === 2 && transform.added === undefined)
    throw new RangeError(
      `${name}: ${method.name} asks for second derivatives, which would be those of another function. Put ${name} around a method of order 1`,
    );
  const refuse = (): never => {
    throw new TypeError(
      `${name}: ${method.name} asks for f(x), but these gradients are the slopes of no function. Use a learning rate in place of its line search`,
    );
  };
  return {
    name: `${name}(${method.name})`,
    order: method.order,
    ...(method.anchored === undefined ? {} : { anchored: method.anchored }),
    init: (oracle, x0) => method.init(transformedOracle(oracle, transform, 1, refuse), x0),
    step: (oracle, state) =>
      method.step(transformedOracle(oracle, transform, state.k + 1, refuse), state),
    ...(method.inPlace !== undefined &&
      method.order === 1 && {
        inPlace: (x0: Vec) => transformedWorker(method.inPlace!(x0), transform, refuse),
      }),
  };
}

/** The oracle that the method sees in step k. */
function transformedOracle(
  oracle: Oracle,
  transform: GradientTransform,
  k: number,
  refuse: () => never,
): Oracle {
  const slope = (y: Vec, out: Vec) => out.set(oracle.g(y));
  return {
    get dim() {
      return oracle.dim;
    },
    get calls() {
      return oracle.calls;
    },
    f: (x) => (transform.added === undefined ? refuse() : oracle.f(x) + transform.added(x, k)),
    g(x) {
      const out = new Float64Array(x.length);
      transform.gradientInto(slope, x, out, k);
      return out;
    },
    h: (x) => oracle.h(x),
    hv: (x, v) => oracle.hv(x, v),
  };
}

/** The same for a method at work in place: each step sees another function. */
function transformedWorker(
  work: InPlace,
  transform: GradientTransform,
  refuse: () => never,
): InPlace {
  return {
    x: work.x,
    get stepLength() {
      return work.stepLength;
    },
    advance: (objective, k) =>
      work.advance(transformedObjective(objective, transform, k, refuse), k),
  };
}

function transformedObjective(
  objective: Objective,
  transform: GradientTransform,
  k: number,
  refuse: () => never,
): Objective {
  const slope = (y: Vec, out: Vec) => {
    if (objective.gradientInto === undefined) out.set(objective.gradient(y));
    else objective.gradientInto(y, out);
  };
  const gradientInto = (x: Vec, out: Vec) => transform.gradientInto(slope, x, out, k);
  return {
    dim: objective.dim,
    value: (x) =>
      transform.added === undefined ? refuse() : objective.value(x) + transform.added(x, k),
    gradient(x) {
      const out = new Float64Array(x.length);
      gradientInto(x, out);
      return out;
    },
    gradientInto,
  };
}
