/** A point, gradient or velocity: n numbers in double precision. Never changed once handed out. */
export type Vec = Float64Array;

/** What kernels work on: double precision, or single precision at half the memory. */
export type Floats = Float64Array | Float32Array;

/** A matrix as a list of rows: `H[i]![j]` is row i, column j. */
export type Matrix = readonly Vec[];

/** A function to minimize, with its derivatives. */
export interface Objective {
  /** Number of variables, n. */
  readonly dim: number;
  /** f(x). */
  value(x: Vec): number;
  /** ∇f(x), length n, a new array at every call. */
  gradient(x: Vec): Vec;
  /** Writes ∇f(x) into `out`: what drivers that keep no history use, to make no garbage. */
  gradientInto?(x: Vec, out: Vec): void;
  /** ∇²f(x), n × n. */
  hessian?(x: Vec): Matrix;
  /** ∇²f(x) v without forming the matrix. */
  hessianVector?(x: Vec, v: Vec): Vec;
}

/** An objective whose iterations each see one sample of it: a mini-batch, or added noise. */
export interface StochasticObjective extends Objective {
  /** What iteration k = 1, 2, … sees: an ordinary objective. The same k gives the same sample. */
  at(k: number): Objective;
}

/** How often a method has looked at the function so far. */
export interface Calls {
  readonly f: number;
  readonly g: number;
  readonly h: number;
  readonly hv: number;
}

/** A counted, memoised view of an objective: the only way a method looks at the function. */
export interface Oracle {
  readonly dim: number;
  readonly calls: Calls;
  /** f(x). */
  f(x: Vec): number;
  /** ∇f(x). Read it, do not write into it. */
  g(x: Vec): Vec;
  /** ∇²f(x). Throws a TypeError when the objective declares no Hessian. */
  h(x: Vec): Matrix;
  /** ∇²f(x) v. Falls back on h(x). */
  hv(x: Vec, v: Vec): Vec;
}

/** Where a method stands: plain data that `structuredClone` can copy and `step` can continue. */
export interface State {
  /** Number of steps taken. */
  readonly k: number;
  /** The point after k steps. */
  readonly x: Vec;
  /** The step length (learning rate) that led to x. */
  readonly stepLength?: number;
  /** Why no further step is possible, in words. */
  readonly stalled?: string;
  /** What was not finite when this step was taken, such as "the gradient": a run ends before it. */
  readonly diverged?: string;
}

/**
 * An optimization method. Pure: `step` changes nothing that it is given.
 * One call of `step` is one accepted iteration, however many evaluations it takes.
 */
export interface Method<S extends State = State> {
  readonly name: string;
  /** The highest derivative it asks for. */
  readonly order: 0 | 1 | 2;
  init(oracle: Oracle, x0: Vec): S;
  step(oracle: Oracle, state: S): S;
  /**
   * Whether the next step starts from other remembered points than x, as when x is an average:
   * who then puts another x into the state moves nothing. Default false.
   */
  readonly anchored?: boolean;
  /** The same iteration in place, on buffers of its own; see `minimize`. */
  inPlace?(x0: Vec): InPlace;
}

/**
 * A method at work on its own buffers: `advance` overwrites `x` by the next point. Between two
 * steps others may write into `x` too, which moves a method that is not anchored.
 */
export interface InPlace {
  readonly x: Vec;
  /** The step length of the last step taken, where the method has one. */
  readonly stepLength?: number | undefined;
  /**
   * Takes step k = 1, 2, … on the objective, making no garbage if it has `gradientInto`.
   * Says how the run ends if the step cannot be taken; x then stays as it was.
   * @param objective what this step sees: the same object as in the step before only where it is
   *   the same function, since a method may keep what it knows of that.
   */
  advance(objective: Objective, k: number): Ending | undefined;
  /** The gradient at x of the objective of the last step, where the method knows it already. */
  readonly g?: Vec | undefined;
}

/** Why a step was not taken: what was not finite, or why nothing more can be gained. */
export type Ending = { readonly diverged: string } | { readonly stalled: string };

/** The local picture that a direction is chosen from. */
export interface Here {
  /** The number of the step being taken: 1, 2, … */
  readonly k: number;
  readonly x: Vec;
  /** ∇f(x). */
  readonly g: Vec;
  /** ∇²f(x), computed when asked for. */
  h(): Matrix;
  /** ∇²f(x) v, computed when asked for. */
  hv(v: Vec): Vec;
}

/** A rule on local derivatives: x moves to x + α d. What it remembers is its memory M. */
export interface Direction<M = unknown> {
  readonly name: string;
  readonly order: 1 | 2;
  init(dim: number): M;
  next(here: Here, memory: M): { readonly d: Vec; readonly memory: M };
  /** The same rule at work on buffers of its own: what lets `descend` run in place. */
  inPlace?(dim: number): DirectionInPlace;
}

/** Writes into d the direction of step k = 1, 2, … from x, where the gradient is g. */
export type DirectionInPlace = (d: Vec, x: Vec, g: Vec, k: number) => void;

/** A learning rate that changes: the rate of step k = 1, 2, … */
export type Schedule = (k: number) => number;

/** What a line search knows of the iteration before, for the first trial of the next. */
export interface Before {
  readonly stepLength: number;
  /** f where that iteration started, if it was evaluated. */
  readonly f?: number;
  /** The slope dᵀ∇f with which that iteration started. */
  readonly slope: number;
}

/** f along a ray, a function of one number: φ(α) = f(x + αd) for α ≥ 0. */
export interface Line {
  /** φ(α). */
  value(alpha: number): number;
  /** φ′(α) = dᵀ∇f(x + αd). */
  slope(alpha: number): number;
  /** φ″(α) = dᵀ∇²f(x + αd) d. */
  curvature(alpha: number): number;
  /** ‖d‖: what α = 1 is long. */
  length(): number;
}

/** Chooses how far to go from x along d. */
export interface LineSearch {
  readonly name: string;
  /**
   * Returns the step length α > 0, or in words why there is none.
   * @param before the iteration before, if there was one.
   */
  search(oracle: Oracle, x: Vec, d: Vec, before: Before | undefined): number | string;
  /** The same search on a line, wherever its values come from; `descend` needs it to run in place. */
  along?(line: Line, before: Before | undefined): number | string;
}

/** A fixed number, a schedule, or a line search. */
export type StepLength = number | Schedule | LineSearch;

/** One picture of a run: the point after k steps. Frame 0 is the start. */
export interface Frame<S extends State = State> {
  readonly k: number;
  readonly x: Vec;
  /** f(x): of a stochastic objective, the true one and not the sample. */
  readonly f: number;
  /** ‖∇f(x)‖, the Euclidean length. */
  readonly gradientNorm: number;
  /** ‖∇f(x)‖∞, the largest slope along an axis: what SciPy and PyTorch compare with a tolerance. */
  readonly gradientMax: number;
  readonly stepLength?: number;
  /** All that the method knows: momentum's velocity, for example, is `state.v`. */
  readonly state: S;
  /** What the method has evaluated so far. Evaluations for this frame alone are not counted. */
  readonly calls: Calls;
}

/** How a run ended. Bad numerics end here and not in an exception: divergence is worth plotting. */
export type Outcome =
  | { readonly kind: "converged"; readonly by: "until" | "gradientTolerance" }
  | { readonly kind: "budget"; readonly by: "steps" }
  | { readonly kind: "diverged"; readonly reason: string; readonly step: number }
  | { readonly kind: "stalled"; readonly reason: string; readonly step: number };

/** A finished run: all its frames and how it ended. */
export interface Trace<S extends State = State> {
  readonly method: string;
  readonly frames: readonly Frame<S>[];
  readonly outcome: Outcome;
}
