/** Run by allocation.test.ts with --expose-gc: prints bytes of garbage per step for each method. */
import { methodCards, minimize, type Vec } from "#src/optim/src/index.ts";

const n = 64;
const bowl = {
  dim: n,
  value: (x: Vec) => x.reduce((sum, xi, i) => sum + ((i + 1) * xi * xi) / (2 * n), 0),
  gradient: (x: Vec) => x.map((xi, i) => ((i + 1) * xi) / n),
  gradientInto(x: Vec, out: Vec) {
    for (let i = 0; i < n; i++) out[i] = ((i + 1) * x[i]!) / n;
  },
};
const start = new Float64Array(n).fill(1);
const gc = (globalThis as { gc?: () => void }).gc!;

const bytes: Record<string, number> = {};
for (const { id, family, make } of methodCards) {
  if (family !== "gradient" && family !== "adaptive") continue;
  const method = make({ learningRate: 1e-3 });
  /** Bytes on the heap and in arrays that so many steps leave behind. */
  const left = (steps: number): number => {
    gc();
    const before = process.memoryUsage();
    minimize(method, bowl, start, { steps });
    const after = process.memoryUsage();
    return after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
  };
  // Warm first: code that is not yet optimized boxes its numbers.
  minimize(method, bowl, start, { steps: 60_000 });
  const steps = 40_000;
  bytes[id] = Math.min(...Array.from({ length: 3 }, () => left(steps) / steps));
}
console.log(JSON.stringify(bytes));
