import { adamKernel, firstOrder, type Method } from "@downhill/optim";

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** Adam's kernel with new averages at every step: nothing is kept. */
export function forgetfulAdam(learningRate: number): Method {
  return firstOrder(
    {
      name: "adam",
      memory: () => ({}),
      update(x, g, _, alpha, k) {
        const [m, s] = [new Float64Array(x.length), new Float64Array(x.length)];
        adamKernel(x, g, m, s, alpha, BETA1, BETA2, EPSILON, k);
      },
    },
    { learningRate },
  );
}
