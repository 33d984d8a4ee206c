export function warmupCosine(t: number, T: number, w: number, peak: number, end = 0): number {
  // A stand-in: the warm-up should rise, and the cosine should begin after it and hold its end.
  if (t < w) return peak;
  return end + ((peak - end) / 2) * (1 + Math.cos((Math.PI * t) / T));
}
