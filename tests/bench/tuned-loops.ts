import type { Floats } from "@downhill/optim";

/**
 * What a careful programmer writes by hand for one machine: every constant hoisted, every array
 * read once, nothing to choose at run time. The figure that the package's kernels are held against.
 */
export const tunedLoops = {
  momentum(x: Floats, g: Floats, v: Floats): void {
    const n = x.length;
    for (let i = 0; i < n; i++) {
      const next = 0.9 * v[i]! + g[i]!;
      v[i] = next;
      x[i] = x[i]! - 1e-3 * next;
    }
  },

  rmsprop(x: Floats, g: Floats, s: Floats): void {
    const n = x.length;
    const fresh = 1 - 0.99;
    for (let i = 0; i < n; i++) {
      const slope = g[i]!;
      const next = 0.99 * s[i]! + fresh * slope * slope;
      s[i] = next;
      x[i] = x[i]! - (1e-3 * slope) / (Math.sqrt(next) + 1e-8);
    }
  },

  adam(x: Floats, g: Floats, m: Floats, s: Floats, k: number): void {
    const n = x.length;
    const [freshM, freshS] = [1 - 0.9, 1 - 0.999];
    const rate = 1e-3 / (1 - 0.9 ** k);
    const root = 1 / Math.sqrt(1 - 0.999 ** k);
    for (let i = 0; i < n; i++) {
      const slope = g[i]!;
      const first = 0.9 * m[i]! + freshM * slope;
      const second = 0.999 * s[i]! + freshS * slope * slope;
      m[i] = first;
      s[i] = second;
      x[i] = x[i]! - (rate * first) / (Math.sqrt(second) * root + 1e-8);
    }
  },
};
