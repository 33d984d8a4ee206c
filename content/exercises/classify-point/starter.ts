export type Kind = "min" | "max" | "saddle" | "undecided";

export function classify(a: number, b: number, c: number, tol = 1e-9): Kind {
  // Decides only some diagonal matrices, with an absolute tolerance.
  return b === 0 && a > tol && c > tol ? "min" : "undecided";
}
