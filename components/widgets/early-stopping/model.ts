import { gauss, gradientDescentKernel, mulberry32, type Vec } from "@downhill/optim";
import { EVERY, LOOKS } from "./state.ts";

/** A polynomial fitted to few points: its errors on them and on others, at every look. */
export interface Course {
  /** Mean squared errors; index i is after 100(i + 1) steps. */
  readonly training: readonly number[];
  readonly validation: readonly number[];
}

/** Where a patience stops a course, and what it keeps. */
export interface Stop {
  /** Index of the look at which it stops; the last where it never does. */
  readonly stop: number;
  /** Index of the look with the least validation loss until then. */
  readonly best: number;
  readonly triggered: boolean;
}

const POWERS = 10;
const ETA = 0.3;

/** Fifteen points to learn from and a hundred to look at, of sin 3x with noise. */
function points(): readonly { readonly powers: readonly number[]; readonly y: number }[] {
  const normal = gauss(mulberry32(21));
  const random = mulberry32(22);
  return Array.from({ length: LEARNED + HELD }, () => {
    const x = 2 * random() - 1;
    return {
      powers: Array.from({ length: POWERS }, (_, power) => x ** power),
      y: Math.sin(3 * x) + 0.3 * normal(),
    };
  });
}
export const LEARNED = 15;
export const HELD = 100;

/** Descent with all fifteen points on the mean squared error of a polynomial of degree 9, from 0. */
export function course(): Course {
  const all = points();
  const learned = quadratic(all.slice(0, LEARNED));
  const held = quadratic(all.slice(LEARNED));
  const w = new Float64Array(POWERS);
  const g = new Float64Array(POWERS);
  const training: number[] = [];
  const validation: number[] = [];
  for (let t = 1; t <= EVERY * LOOKS; t++) {
    learned.slopeInto(w, g);
    gradientDescentKernel(w, g, ETA);
    if (t % EVERY === 0) {
      training.push(learned.error(w));
      validation.push(held.error(w));
    }
  }
  return { training, validation };
}

/** Stops after `patience` looks in a row that bring no new least loss. */
export function stopping(losses: readonly number[], patience: number): Stop {
  let best = 0;
  for (let look = 1; look < losses.length; look++) {
    if ((losses[look] as number) < (losses[best] as number)) best = look;
    else if (look - best >= patience) return { stop: look, best, triggered: true };
  }
  return { stop: losses.length - 1, best, triggered: false };
}

/** The mean squared error as a quadratic of the coefficients: 200,000 steps need no sum over points. */
function quadratic(of: ReturnType<typeof points>) {
  const mean = (term: (point: (typeof of)[number]) => number) =>
    of.reduce((sum, point) => sum + term(point), 0) / of.length;
  const products = new Float64Array(POWERS * POWERS);
  for (let i = 0; i < POWERS; i++)
    for (let j = 0; j < POWERS; j++)
      products[POWERS * i + j] = mean(
        ({ powers }) => (powers[i] as number) * (powers[j] as number),
      );
  const targets = Float64Array.from({ length: POWERS }, (_, i) =>
    mean(({ powers, y }) => (powers[i] as number) * y),
  );
  const error = (w: Vec) =>
    mean(
      ({ powers, y }) =>
        (powers.reduce((sum, power, i) => sum + power * (w[i] as number), 0) - y) ** 2,
    );
  const slopeInto = (w: Vec, out: Vec) => {
    for (let i = 0; i < POWERS; i++) {
      let sum = -(targets[i] as number);
      for (let j = 0; j < POWERS; j++)
        sum += (products[POWERS * i + j] as number) * (w[j] as number);
      out[i] = 2 * sum;
    }
  };
  return { error, slopeInto };
}
