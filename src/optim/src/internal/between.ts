/**
 * The number that is a share of the way from one to another: from (1 − s) + to s.
 * Exact at both ends, and never outside of them for s in [0, 1].
 */
export function between(from: number, to: number, share: number): number {
  return from * (1 - share) + to * share;
}

/** Half a wave from 0 to 1: which share of the way a cosine has gone after a share of the time. */
export function cosineShare(time: number): number {
  return (1 - Math.cos(Math.PI * time)) / 2;
}
