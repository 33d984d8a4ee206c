import { newtonSchulz } from "@downhill/optim";

/**
 * The singular value 0.1 after one step of the package, which divides by the norm of the matrix
 * first: so in a diagonal matrix of norm 1 that has it.
 */
export function answers(): readonly number[] {
  const other = Math.sqrt(1 - 0.1 ** 2);
  return [newtonSchulz(Float64Array.of(0.1, 0, 0, other), 2, 1)[0]!];
}
