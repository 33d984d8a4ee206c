import { gauss, mulberry32, sigmoid } from "@downhill/optim";

/** Thirty points of the plane in three noisy groups, with their labels and a number each. */
export function threeGroups(seed = 5) {
  const normal = gauss(mulberry32(seed));
  const labels = Array.from({ length: 30 }, (_, i) => i % 3);
  const centres = [
    [0, 2],
    [2, -1],
    [-2, -1],
  ];
  const X = labels.map((label) => centres[label]!.map((c) => c + normal()));
  return { X, labels, numbers: X.map(([a = 0, b = 0]) => Math.sin(a) + b + 0.1 * normal()) };
}

/** Forty rows of three features, with labels 0 and 1 drawn from a logistic model. */
export function twoClasses(seed = 8) {
  const rng = mulberry32(seed);
  const normal = gauss(rng);
  const X = Array.from({ length: 40 }, () => [normal(), normal(), normal()]);
  const y = X.map(([a = 0, b = 0]) => (rng() < sigmoid(2 * a - b) ? 1 : 0));
  return { X, y };
}
