/** Largest size of the roots of σ² − (1 + β − ηλ)σ + β. */
export function rate(etaLambda: number, beta: number): number {
  const trace = 1 + beta - etaLambda;
  const discriminant = trace ** 2 - 4 * beta;
  // Below rounding, a double root: 1e-12 is far above the error of the sum and below any printed digit.
  if (discriminant < 1e-12) return Math.sqrt(beta);
  return (Math.abs(trace) + Math.sqrt(discriminant)) / 2;
}
