import type { Matrix, Objective, StochasticObjective, Vec } from "../types.ts";
import { requireWhole, show } from "./guard.ts";

/**
 * The number of variables of an objective.
 * @throws TypeError for what is no objective, RangeError unless dim is a whole number of at least 1.
 */
export function askDim(objective: Objective): number {
  if (typeof objective !== "object" || objective === null)
    throw new TypeError(
      `objective: an objective is an object { dim, value, gradient }, got ${show(objective)}`,
    );
  return requireWhole("objective", "dim", objective.dim, 1);
}

/**
 * f(x), as the objective answers.
 * @throws TypeError when the answer is no number. NaN and infinity are numbers: a run ends there.
 */
export function askValue(objective: Objective, x: Vec): number {
  requirePart(objective, "value");
  const answer: unknown = objective.value(x);
  if (typeof answer === "number") return answer;
  throw new TypeError(`objective: value(x) must return a number, got ${told(answer, "value")}`);
}

/**
 * ∇f(x), as the objective answers. A plain array is accepted too, as a cell's author may write
 * it: it comes back as a Float64Array.
 * @throws TypeError when the answer is no list of numbers, RangeError for a wrong length.
 */
export function askGradient(objective: Objective, x: Vec): Vec {
  requirePart(objective, "gradient");
  return vectorFrom(objective.gradient(x), "gradient", "gradient(x) must return", x.length);
}

/**
 * Writes ∇f(x) into `out`, by `gradientInto` if the objective has it.
 * @throws as `askGradient` does, where it is asked. What `gradientInto` writes is taken as it is.
 */
export function askGradientInto(objective: Objective, x: Vec, out: Vec): void {
  if (objective.gradientInto === undefined) out.set(askGradient(objective, x));
  else objective.gradientInto(x, out);
}

/**
 * `askGradientInto` for a whole run: its first call also makes sure that `gradientInto`
 * overwrites every entry of `out`, and throws a TypeError when one depends on what was there.
 */
export function gradientWriter(): typeof askGradientInto {
  let sure = false;
  return (objective, x, out) => {
    if (sure) return askGradientInto(objective, x, out);
    sure = true;
    out.fill(Number.NaN);
    askGradientInto(objective, x, out);
    if (out.includes(Number.NaN)) requireOverwriting(objective, x, out);
  };
}

/** NaN that was there before is told from NaN that is the gradient by asking again, from 0. */
function requireOverwriting(objective: Objective, x: Vec, out: Vec): void {
  const fromNaN = Float64Array.from(out);
  out.fill(0);
  askGradientInto(objective, x, out);
  const kept = out.findIndex((entry, i) => Number.isNaN(fromNaN[i]) && !Number.isNaN(entry));
  if (kept >= 0)
    throw new TypeError(
      `objective: gradientInto(x, out) must overwrite all ${out.length} entries of out, but out[${kept}] keeps or adds to what was there. Assign out[${kept}] = …, or leave gradientInto out`,
    );
}

/**
 * ∇²f(x), as the objective answers; rows that are plain arrays come back as Float64Arrays.
 * @throws TypeError when there is no Hessian or it is no list of rows, RangeError for a wrong size.
 */
export function askHessian(objective: Objective, x: Vec): Matrix {
  if (objective.hessian === undefined)
    throw new TypeError(
      "oracle: this objective has no Hessian. Give it a hessian(x), or use a method of order 1",
    );
  const answer: unknown = objective.hessian(x);
  if (!Array.isArray(answer))
    throw new TypeError(
      `objective: hessian(x) must return a list of ${x.length} rows, got ${told(answer, "hessian")}`,
    );
  if (answer.length !== x.length)
    throw new RangeError(
      `objective: hessian(x) must return ${x.length} rows, as many as x has coordinates, got ${answer.length}`,
    );
  return answer.map((row, i) =>
    vectorFrom(row, "hessian", `row ${i} of hessian(x) must be`, x.length),
  );
}

/**
 * ∇²f(x) v, as the objective answers; a plain array comes back as a Float64Array.
 * @throws TypeError when the answer is no list of numbers, RangeError for a wrong length.
 */
export function askHessianVector(objective: Objective, x: Vec, v: Vec): Vec {
  return vectorFrom(
    objective.hessianVector!(x, v),
    "hessianVector",
    "hessianVector(x, v) must return",
    x.length,
  );
}

/**
 * What iteration k sees: one sample of a stochastic objective, and the objective itself otherwise.
 * @throws TypeError when `at` gives no objective.
 */
export function askSample(objective: Objective | StochasticObjective, k: number): Objective {
  if (!("at" in objective)) return objective;
  const sample: unknown = objective.at(k);
  if (typeof sample === "object" && sample !== null && "gradient" in sample)
    return sample as Objective;
  throw new TypeError(`objective: at(k) must return an objective, got ${told(sample, "at")}`);
}

/** A list of n numbers as a Float64Array: itself if it is one, otherwise a copy. */
function vectorFrom(answer: unknown, name: string, rule: string, n: number): Vec {
  const typed = answer instanceof Float64Array;
  if (typed && answer.length === n) return answer;
  if (!typed && !Array.isArray(answer) && !(answer instanceof Float32Array))
    throw new TypeError(
      `objective: ${rule} a Float64Array of ${n} numbers, got ${told(answer, name)}`,
    );
  if (answer.length !== n)
    throw new RangeError(
      `objective: ${rule} ${n} numbers, as many as x has coordinates, got ${answer.length}`,
    );
  const bad = answer.findIndex((entry: unknown) => typeof entry !== "number");
  if (bad >= 0)
    throw new TypeError(
      `objective: ${rule} numbers only, got ${show(answer[bad])} at index ${bad}`,
    );
  return Float64Array.from(answer);
}

/** What came instead of an answer, and what to do about it. */
function told(answer: unknown, name: string): string {
  if (answer instanceof Promise) return `a promise. Leave out async in ${name}`;
  if (answer === undefined) return `undefined. Return it at the end of ${name}`;
  return show(answer);
}

function requirePart(objective: Objective, name: "value" | "gradient"): void {
  if (typeof objective[name] !== "function")
    throw new TypeError(
      `objective: ${name} must be a function of x, got ${show(objective[name])}. An objective is { dim, value, gradient }`,
    );
}
