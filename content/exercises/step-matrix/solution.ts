/** The matrix of one step of momentum (B) on a curvature: from (v, x) to the next pair. */
export function answers(): number[][] {
  const [lambda, eta, beta] = [4, 0.25, 0.6];
  return [
    [beta, lambda],
    [-eta * beta, 1 - eta * lambda],
  ];
}
