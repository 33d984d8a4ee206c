/** The variance of the mean of b of N numbers with variance 1, from that of each and the covariance of each pair. */
function spread(N: number, b: number): number {
  const covariance = -1 / (N - 1);
  return Math.sqrt((b + b * (b - 1) * covariance) / b ** 2);
}

export function answers(): readonly number[] {
  return [spread(200, 50), spread(5, 2)];
}
