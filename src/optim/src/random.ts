/**
 * Random numbers that are the same for every reader: the generator mulberry32.
 * Each call of the returned function gives a uniform number in [0, 1).
 *
 * @param seed any integer; only its lowest 32 bits count.
 * Source: Tommy Ettinger's mulberry32 (public domain), one 32-bit word of state.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + MULBERRY_STEP) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Standard normal numbers (mean 0, variance 1) from uniform ones, by Box and Muller:
 * √(−2 ln(1 − u)) cos(2πw). Each call uses two uniform numbers, first u, then w.
 */
export function gauss(rng: () => number): () => number {
  return () => {
    const u = 1 - rng(); // in (0, 1]: the logarithm stays finite
    const w = rng();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * w);
  };
}

/**
 * The seed from which mulberry32 continues as if `draws` numbers had been taken already.
 * Its state only ever grows by a constant, so that skipping is one multiplication.
 */
export function mulberry32Skip(seed: number, draws: number): number {
  return (seed + Math.imul(draws, MULBERRY_STEP)) | 0;
}

const MULBERRY_STEP = 0x6d2b79f5;
