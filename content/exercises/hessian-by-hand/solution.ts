import { objectiveFrom } from "@downhill/optim";

/** The Hessian of x²y + 3y² − x at (1, 2), by the package's rules of calculus. */
export function answers(): number[][] {
  const f = objectiveFrom(
    (x, y) => x!.squared().times(y!).plus(y!.squared().times(3)).minus(x!),
    2,
  );
  return f.hessian!(Float64Array.of(1, 2)).map((row) => [...row]);
}
