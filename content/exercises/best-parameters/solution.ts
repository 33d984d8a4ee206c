/** Largest size of the roots of σ² − (1 + β − ηλ)σ + β. */
function rate(etaLambda: number, beta: number): number {
  const trace = 1 + beta - etaLambda;
  const discriminant = trace ** 2 - 4 * beta;
  return discriminant <= 0 ? Math.sqrt(beta) : (Math.abs(trace) + Math.sqrt(discriminant)) / 2;
}

const worst = (eta: number, beta: number) => Math.max(rate(eta, beta), rate(25 * eta, beta));

/** The pair of smallest rate, found by search on ever finer grids rather than by the formula. */
export function answers(): readonly number[] {
  let [eta, beta, reach] = [0.1, 0.5, 0.1];
  while (reach > 1e-7) {
    const steps = Array.from({ length: 21 }, (_, index) => ((index - 10) / 10) * reach);
    const grid = steps.flatMap((a) =>
      steps.map((b) => [Math.max(eta + a, 1e-3), Math.min(Math.max(beta + b, 0), 0.99)] as const),
    );
    const [best] = grid
      .map((pair) => ({ pair, value: worst(...pair) }))
      .sort((a, b) => a.value - b.value);
    [eta, beta] = best!.pair;
    reach *= 0.7;
  }
  return [eta, beta, worst(eta, beta)];
}
