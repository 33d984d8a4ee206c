export function earlyStop(
  losses: readonly number[],
  patience: number,
  minDelta = 0,
): { stop: number; best: number } {
  // This one never stops and keeps the last look.
  // Let it remember the best one, and lose its patience.
  const last = losses.length - 1;
  return { stop: last, best: last };
}
