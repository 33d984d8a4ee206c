import { gradientDescentKernel, type Vec } from "@downhill/optim";
import type { Plan } from "./plan.ts";

/** Who computes gradients: in the page a Web Worker, in a test a function. */
export interface GradientWorker {
  /** The mean gradient over these images. What x holds is copied before this returns. */
  gradient(x: Vec, rows: readonly number[]): Promise<Vec>;
}

/** What a training has come to. */
export interface Trained {
  readonly x: Vec;
  /** For each update, how many others came between the point of its gradient and itself. */
  readonly delays: readonly number[];
}

/** Trains as planned. Stops with the error of a worker that fails. */
export function train(plan: Plan, workers: readonly GradientWorker[], start: Vec) {
  const crew = workers.slice(0, plan.workers);
  return plan.mode === "synchronous"
    ? inStep(plan, crew, start)
    : withoutWaiting(plan, crew, start);
}

/** Every update waits for one gradient of each worker and follows their mean. */
async function inStep(
  { steps, rate, rows }: Plan,
  workers: readonly GradientWorker[],
  start: Vec,
): Promise<Trained> {
  const x = Float64Array.from(start);
  for (let k = 1; k <= steps; k++) {
    const gradients = await Promise.all(workers.map((worker, w) => worker.gradient(x, rows(k, w))));
    gradientDescentKernel(x, mean(gradients), rate);
  }
  return { x, delays: Array.from({ length: steps }, () => 0) };
}

/** Each gradient is used as it comes in, and its worker goes on at once from the newest point. */
async function withoutWaiting(
  { steps, rate, rows }: Plan,
  workers: readonly GradientWorker[],
  start: Vec,
): Promise<Trained> {
  const x = Float64Array.from(start);
  const delays: number[] = [];
  let asked = 0;
  await Promise.all(
    workers.map(async (worker, w) => {
      while (asked < steps) {
        asked++;
        const seen = delays.length;
        const g = await worker.gradient(x, rows(asked, w));
        gradientDescentKernel(x, g, rate);
        delays.push(delays.length - seen);
      }
    }),
  );
  return { x, delays };
}

function mean(gradients: readonly Vec[]): Vec {
  const sum = new Float64Array((gradients[0] as Vec).length);
  for (const g of gradients)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (g[i] as number);
  return sum.map((total) => total / gradients.length);
}
