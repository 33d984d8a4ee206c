import { createOracle, type Method, type State } from "@downhill/optim";

/** Gradients of one variable, given in advance. */
export type Stream = readonly number[];

/** n times the same gradient. */
export const constant = (g: number, n: number): Stream => Array<number>(n).fill(g);

/** One step of a method of one variable that is given this gradient, whatever x is. */
export const stepOn = <S extends State>(method: Method<S>, state: S, g: number): S =>
  method.step(createOracle(slope(g)), state);

/**
 * The states of a method of one variable on these gradients; the first is the one before step 1.
 * Each step starts from x = 0, so that x is the step, exactly.
 */
export function statesOn<S extends State>(method: Method<S>, gradients: Stream): readonly S[] {
  const origin = Float64Array.of(0);
  const states: S[] = [method.init(createOracle(slope(0)), origin)];
  for (const g of gradients) states.push(stepOn(method, { ...states.at(-1)!, x: origin }, g));
  return states;
}

/** The steps x_k − x_{k−1} on these gradients: step k is entry k − 1. */
export const movesOn = (method: Method<State>, gradients: Stream): readonly number[] =>
  statesOn(method, gradients)
    .slice(1)
    .map(({ x }) => x[0]!);

/** Whether two numbers agree to a relative tolerance, by default a few roundings. */
export const near = (a: number, b: number, tolerance = 1e-13): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));

const slope = (g: number) => ({ dim: 1, value: () => 0, gradient: () => Float64Array.of(g) });
