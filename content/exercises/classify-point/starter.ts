export type Kind = "min" | "max" | "saddle" | "undecided";

export function classify(a: number, b: number, c: number, tol = 1e-9): Kind {
  // Right for a diagonal matrix with positive entries. For all others there is work to do.
  return b === 0 && a > tol && c > tol ? "min" : "undecided";
}
