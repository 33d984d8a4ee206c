export function minibatches(N: number, b: number, rng: () => number): number[][] {
  const order = Array.from({ length: N }, (_, i) => i);
  for (let i = N - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return Array.from({ length: Math.ceil(N / b) }, (_, k) => order.slice(k * b, (k + 1) * b));
}
