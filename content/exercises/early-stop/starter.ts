export function earlyStop(
  losses: readonly number[],
  patience: number,
  minDelta = 0,
): { stop: number; best: number } {
  let best = 0;
  for (let look = 1; look < losses.length; look++) {
    // It gives up at the first look that is no better than the one before.
    // Let it compare with the best so far, and have patience.
    if (losses[look - 1]! - losses[look]! > minDelta) best = look;
    else if (patience > 0) return { stop: look, best };
  }
  return { stop: losses.length - 1, best };
}
