/** The runs and counts that chapter 4 speaks of. */
import {
  bowl,
  gradientDescent,
  iterate,
  type Method,
  noisy,
  run,
  saddleB,
  vec,
} from "@downhill/optim";
import { raceModel } from "#components/widgets/saddle-race/model.ts";
import { raceFields } from "#components/widgets/saddle-race/state.ts";
import { initialState } from "#components/widgets/url-state.ts";

export const gd = (learningRate: number) => gradientDescent({ learningRate });

/** Steps on the surface of the first figure until |y| > 0.5. */
export function leaves(method: Method, y0: number): number {
  for (const { k, x } of iterate(method, saddleB, [1, y0], { steps: 3000 }))
    if (Math.abs(x[1]!) > 0.5) return k;
  return Number.POSITIVE_INFINITY;
}

/** Steps of gradient descent, momentum, Nesterov, AdaGrad, RMSprop, Adadelta and Adam. */
export const race = (change: object) =>
  raceModel({ ...initialState(raceFields), ...change }).runs.map(({ left }) => left!);
export const first = race({});
/** Where they are along the crest when they leave. */
export const exits = raceModel(initialState(raceFields)).runs.map(
  ({ left, points }) => points[left!]!.x,
);
export const [far, near, guarded] = [{ y0: 1e-4 }, { y0: 1e-12 }, { y0: 1e-12, epsilon: 1e-2 }].map(
  (change) => race({ eta: 0.1, ...change }),
) as [number[], number[], number[]];

/** The first figure's surface turned by an angle, and how far a point is from its crest. */
export function turnedCrest(angle: number) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const back = ([u, v]: Float64Array) => vec(c * u! + s * v!, c * v! - s * u!);
  const surface = {
    dim: 2,
    value: (x: Float64Array) => saddleB.value(back(x)),
    gradient: (x: Float64Array) => {
      const [along, across] = saddleB.gradient(back(x));
      return vec(c * along! - s * across!, s * along! + c * across!);
    },
  };
  return { surface, start: [c, s], off: (x: Float64Array) => Math.abs(back(x)[1]!) };
}
export const crest = turnedCrest(Math.PI / 6);
export const fromCrest = (method: Method) =>
  run(method, crest.surface, crest.start, {
    steps: 500,
    until: ({ x }) => crest.off(x) > 0.5,
  }).frames;

export const stopped = run(gd(0.1), saddleB, [1, 1e-12], { gradientTolerance: 1e-6 }).frames.at(
  -1,
)!;

/** The growth per step along curvature −1 with η = 0.1, late in a run. */
export function growth(method: Method): number {
  const { frames } = run(method, bowl([-1]), [1e-12], { steps: 80 });
  return frames[80]!.x[0]! / frames[79]!.x[0]!;
}

/** The median number of steps from exactly (1, 0), over 200 seeds. */
export function median(sigma: number): number {
  const counts = Array.from({ length: 200 }, (_, i) => {
    const shaken = noisy(saddleB, { sigma, seed: i + 1 });
    for (const { k, x } of iterate(gd(0.1), shaken, [1, 0], { steps: 400 }))
      if (Math.abs(x[1]!) > 0.5) return k;
    return Number.POSITIVE_INFINITY;
  }).sort((a, b) => a - b);
  return (counts[99]! + counts[100]!) / 2;
}

/** y after 1000 steps of η = 0.1 along y³. */
export const shelf = Array.from({ length: 1000 }).reduce<number>((y) => y - 0.1 * 3 * y ** 2, 0.5);

/**
 * P₂ for an entry off the diagonal of the given variance: the share of directions inside the cone
 * u > √(v² + b²), summed over the angle around its axis.
 */
export function shareOfTwo(offDiagonal: number): number {
  const points = 20_000;
  const stretch = 2 * offDiagonal; // the variance of b over that of u and v
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const angle = (2 * Math.PI * (i + 0.5)) / points;
    const tangent = 1 / Math.sqrt(Math.cos(angle) ** 2 + stretch * Math.sin(angle) ** 2);
    sum += (1 - 1 / Math.sqrt(1 + tangent ** 2)) / 2;
  }
  return sum / points;
}

/** x² + 3xy² + y⁴ on the curve x = c y². */
export const beside = (c: number, y: number) => {
  const x = c * y ** 2;
  return x ** 2 + 3 * x * y ** 2 + y ** 4;
};

/** ½(abc − 1)²: the smallest network with two hidden layers. */
export const deep = {
  dim: 3,
  value: ([a, b, c]: Float64Array) => (a! * b! * c! - 1) ** 2 / 2,
  gradient: ([a, b, c]: Float64Array) => {
    const error = a! * b! * c! - 1;
    return vec(error * b! * c!, error * a! * c!, error * a! * b!);
  },
};
/** The step at which its loss is below 0.25, from three equal weights. */
export function deepFalls(scale: number): number {
  for (const { k, f } of iterate(gd(0.1), deep, [scale, scale, scale], { steps: 20_000 }))
    if (f < 0.25) return k;
  return Number.POSITIVE_INFINITY;
}

export const P3 = (Math.PI - 2 * Math.SQRT2) / (4 * Math.PI);
