export function earlyStop(
  losses: readonly number[],
  patience: number,
  minDelta = 0,
): { stop: number; best: number } {
  let best = 0;
  let reference = losses[0]!;
  for (let look = 1; look < losses.length; look++) {
    if (losses[look]! < reference - minDelta) {
      best = look;
      reference = losses[look]!;
    } else if (look - best >= patience) {
      return { stop: look, best };
    }
  }
  return { stop: losses.length - 1, best };
}
