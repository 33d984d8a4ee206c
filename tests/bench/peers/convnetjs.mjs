import convnet from "convnetjs";

const RULES = {
  adam: { method: "adam", beta1: 0.9, beta2: 0.999, eps: 1e-8 },
  momentum: { method: "sgd", momentum: 0.9 },
  rmsprop: { method: "windowgrad", ro: 0.99, eps: 1e-8 },
};

/** One update by convnetjs' trainer, on a stand-in for a network that only holds parameters. */
export function update(rule, x, g) {
  if (rule === "adam") return undefined; // the published release has none
  const params = Float64Array.from(x);
  const grads = Float64Array.from(g);
  const net = {
    forward() {},
    backward: () => 0,
    getParamsAndGrads: () => {
      grads.set(g); // the trainer sets it to zero
      return [{ params, grads, l1_decay_mul: 0, l2_decay_mul: 0 }];
    },
  };
  const trainer = new convnet.Trainer(net, { learning_rate: 1e-3, batch_size: 1, ...RULES[rule] });
  return { step: () => trainer.train(), read: () => params };
}
