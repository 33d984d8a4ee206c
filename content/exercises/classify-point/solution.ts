export type Kind = "min" | "max" | "saddle" | "undecided";

export function classify(a: number, b: number, c: number, tol = 1e-9): Kind {
  const mean = (a + c) / 2;
  const spread = Math.hypot((a - c) / 2, b);
  const low = mean - spread;
  const high = mean + spread;
  const zero = tol * Math.max(Math.abs(low), Math.abs(high));
  if (low > zero) return "min";
  if (high < -zero) return "max";
  return low < -zero && high > zero ? "saddle" : "undecided";
}
