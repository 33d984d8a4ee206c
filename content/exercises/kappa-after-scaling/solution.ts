import { symmetricEigen } from "@downhill/optim";

export function answers(): readonly number[] {
  const H = [
    [100, 1],
    [1, 1],
  ];
  const scaled = H.map((row, i) =>
    Float64Array.from(row, (entry, j) => entry / Math.sqrt(H[i]![i]! * H[j]![j]!)),
  );
  const { values } = symmetricEigen(scaled);
  return [values[1]! / values[0]!];
}
