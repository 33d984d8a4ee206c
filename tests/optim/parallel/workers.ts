import { gauss, linearRegression, mulberry32, type Objective } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";

/** ½λ(x − c)² in one variable: a worker that wants to be at c. */
export function pulledTo(c: number, lambda: number): Objective {
  const well = bowl([lambda]);
  const shifted = (x: Float64Array) => Float64Array.of(x[0]! - c);
  return {
    dim: 1,
    value: (x) => well.value(shifted(x)),
    gradient: (x) => well.gradient(shifted(x)),
  };
}

/** Twenty-four noisy points on a plane over two features. */
export function noisyPlane() {
  const normal = gauss(mulberry32(6));
  const X = Array.from({ length: 24 }, () => [normal(), normal()]);
  return linearRegression(
    X,
    X.map(([a = 0, b = 0]) => a - 2 * b + 0.3 * normal()),
  );
}
