import { gauss, mulberry32, symmetricEigen } from "@downhill/optim";
import { BATCH, BATCHES, type Ensemble } from "./state.ts";

export interface RandomModel {
  /** The eigenvalues of each matrix drawn, smallest first. */
  readonly spectra: readonly Float64Array[];
  /** How many of the first matrices have positive eigenvalues only; entry t for t batches. */
  readonly positive: readonly number[];
}

/**
 * Symmetric matrices with independent normal entries: on the diagonal of variance 1, off it of
 * variance ½ (the Gaussian orthogonal ensemble, which looks the same in all turned axes) or 1.
 */
export function randomModel(n: number, ensemble: Ensemble): RandomModel {
  const normal = gauss(mulberry32(n));
  const spread = ensemble === "GOE" ? Math.SQRT1_2 : 1;
  const spectra = Array.from({ length: BATCH * BATCHES }, () => {
    const H = Array.from({ length: n }, () => new Float64Array(n));
    for (const [i, row] of H.entries())
      for (let j = 0; j <= i; j++) {
        const entry = normal() * (i === j ? 1 : spread);
        row[j] = entry;
        (H[j] as Float64Array)[i] = entry;
      }
    return symmetricEigen(H).values;
  });
  const positive = [0];
  for (let t = 0; t < BATCHES; t++) {
    const batch = spectra.slice(BATCH * t, BATCH * (t + 1));
    positive.push((positive[t] as number) + batch.filter(([lowest = 0]) => lowest > 0).length);
  }
  return { spectra, positive };
}

/** The probability that all eigenvalues are positive, where a closed form is known. */
export function exactShare(n: number, ensemble: Ensemble): number | undefined {
  if (n === 1) return 0.5;
  if (ensemble === "equal") return undefined;
  if (n === 2) return (2 - Math.SQRT2) / 4;
  return n === 3 ? (Math.PI - 2 * Math.SQRT2) / (4 * Math.PI) : undefined;
}

/** Bins of width ½ from −END to END. */
export const END = 6;
export const BIN = 0.5;

/** One bar of the histogram. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Share of all eigenvalues, per unit of the axis. */
  readonly density: number;
}

/** The distribution of all eigenvalues of the first matrices; the few beyond the ends are left out. */
export function histogram(spectra: readonly Float64Array[]): readonly Bar[] {
  const counts = new Array<number>((2 * END) / BIN).fill(0);
  let all = 0;
  for (const spectrum of spectra)
    for (const value of spectrum) {
      const bin = Math.floor((value + END) / BIN);
      if (counts[bin] !== undefined) counts[bin] += 1;
      all += 1;
    }
  return counts.map((count, i) => ({
    from: BIN * i - END,
    to: BIN * (i + 1) - END,
    density: all === 0 ? 0 : count / all / BIN,
  }));
}
