export function warmupCosine(t: number, T: number, w: number, peak: number, end = 0): number {
  // So far this is a cosine from 0 to T.
  // Let it begin after w updates, and hold its end.
  return end + ((peak - end) / 2) * (1 + Math.cos((Math.PI * t) / T));
}
