import {
  clipGradient,
  gauss,
  gradientDescent,
  gradientNoise,
  hogwild,
  iterate,
  localSgd,
  meanOf,
  mulberry32,
  noisy,
  type Objective,
  objectiveFrom,
  run,
} from "@downhill/optim";
import { bowl, doubleWell1d, saddleB } from "@downhill/optim/problems";

/** The share of updates that processors lose in a memory of so many numbers. */
export function shareLost(processors: number, numbers: number, atomic = false): number {
  const gradients = 2000;
  const objective: Objective = {
    dim: numbers,
    value: (x) => x.reduce((sum, xi) => sum + xi, 0),
    gradient: () => new Float64Array(numbers).fill(1),
  };
  const method = hogwild({ learningRate: 1, processors, seed: 1, atomic });
  let written = 0;
  for (const { f } of iterate(method, objective, new Float64Array(numbers), { steps: gradients }))
    written = -f;
  return 1 - written / (gradients * numbers);
}

/** Mean square of the average of four noisy workers, and of one of them. */
export function hovering(localSteps: number, steps = 20_000) {
  const parabola = bowl([1]);
  const four = [1, 2, 3, 4].map((w) => noisy(parabola, { sigma: 1, seed: 1000 * w + 1 }));
  const method = localSgd(four, { learningRate: 0.1, localSteps });
  let [average, one, count] = [0, 0, 0];
  for (const { k, x, state } of iterate(method, meanOf([parabola]), [0], { steps })) {
    if (k <= 200) continue;
    average += x[0]! ** 2;
    one += state.copies[0]![0]! ** 2;
    count++;
  }
  return { average: average / count, one: one / count };
}

/** How many of forty searches for the frequency of sin 5x find it. */
export function successes(pool: "all" | "growing" | "slowly" | "mixed", w0: number): number {
  let found = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = mulberry32(seed);
    let w = w0;
    for (let epoch = 1; epoch <= 20; epoch++)
      for (let i = 0; i < 200; i++) {
        const whole = pool === "all" || (pool === "mixed" && random() < 0.2);
        const grown = 4 * Math.min(1, epoch / (pool === "slowly" ? 20 : 10));
        const x = (whole ? 4 : grown) * random();
        w -= 0.05 * (Math.sin(w * x) - Math.sin(5 * x)) * Math.cos(w * x) * x;
      }
    if (Math.abs(w - 5) < 0.1) found++;
  }
  return found;
}

/** Root mean squares of a signal before and after ten linear layers. */
export function throughTen(deviation: number): readonly [before: number, after: number] {
  const normal = gauss(mulberry32(3));
  const rms = (v: readonly number[]) => Math.sqrt(v.reduce((sum, a) => sum + a * a, 0) / v.length);
  let signal = Array.from({ length: 100 }, normal);
  const before = rms(signal);
  for (let layer = 1; layer <= 10; layer++)
    signal = Array.from({ length: 100 }, () =>
      signal.reduce((sum, a) => sum + deviation * normal() * a, 0),
    );
  return [before, rms(signal)];
}

const SEEDS = Array.from({ length: 30 }, (_, i) => 1000 * (i + 1));

/** The median step at which runs with added noise leave the saddle; ∞ when they do not. */
export function stepsToLeave(c: number): number {
  const steps = SEEDS.map((seed) => {
    const method = gradientNoise(gradientDescent({ learningRate: 0.1 }), { eta: c, seed });
    for (const { k, f } of iterate(method, saddleB, [1, 0], { steps: 1000 }))
      if (f < -0.2) return k;
    return Number.POSITIVE_INFINITY;
  });
  const [lower, upper] = steps.toSorted((a, b) => a - b).slice(14, 16);
  return (lower! + upper!) / 2;
}

/** How many of thirty runs with added noise end in the deeper valley. */
export function crossings(c: number): number {
  return SEEDS.filter((seed) => {
    const method = gradientNoise(gradientDescent({ learningRate: 0.05 }), { eta: c, seed });
    let x = 1.13;
    for (const frame of iterate(method, doubleWell1d, [1.13], { steps: 1000 })) x = frame.x[0]!;
    return x < 0.17;
  }).length;
}

/** Positions on (w²⁰ − ½)² from 1.2, with gradients clipped to length 1 or not. */
export function cliff(clipped: boolean): readonly number[] {
  const recurrent = objectiveFrom((w) => w!.power(20).minus(0.5).squared(), 1);
  const step = gradientDescent({ learningRate: 0.01 });
  const method = clipped ? clipGradient(step, { norm: 1 }) : step;
  return run(method, recurrent, [1.2], { steps: 400 }).frames.map(({ x }) => x[0]!);
}
