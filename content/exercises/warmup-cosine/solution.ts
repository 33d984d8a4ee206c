export function warmupCosine(t: number, T: number, w: number, peak: number, end = 0): number {
  if (t < w) return peak * ((t + 1) / w);
  const done = (Math.min(t, T) - w) / (T - w);
  return end + ((peak - end) / 2) * (1 + Math.cos(Math.PI * done));
}
