export function minibatches(N: number, b: number, rng: () => number): number[][] {
  const order = Array.from({ length: N }, (_, i) => i);
  // Mixed a little: forwards or backwards.
  // Make every order equally likely.
  if (rng() < 0.5) order.reverse();
  return Array.from({ length: Math.ceil(N / b) }, (_, k) => order.slice(k * b, (k + 1) * b));
}
