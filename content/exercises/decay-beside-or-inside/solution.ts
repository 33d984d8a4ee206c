import { adam, adamw, minimize, type Objective } from "@downhill/optim";

/** The loss 0.5θ: its gradient is 0.5 everywhere. */
const slope: Objective = {
  dim: 1,
  value: (theta) => 0.5 * theta[0]!,
  gradient: () => Float64Array.of(0.5),
};

/** The weight after one step of AdamW, and of Adam with the penalty, by the package. */
export function answers(): readonly number[] {
  const options = { learningRate: 0.2, weightDecay: 0.5 };
  return [
    minimize(adamw(options), slope, [2], { steps: 1 }).x[0]!,
    minimize(adam(options), slope, [2], { steps: 1 }).x[0]!,
  ];
}
