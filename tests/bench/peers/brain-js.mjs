import brain from "brain.js";

/**
 * One update by brain.js' Adam: the weights of a layer with one node and n inputs. It ascends, so
 * it is given the gradient with its sign turned.
 */
export function update(rule, x, g) {
  if (rule !== "adam") return undefined; // its plain rule has no momentum of this form
  const net = new brain.NeuralNetwork({ hiddenLayers: [] });
  net.sizes = [x.length, 1];
  net.outputLayer = 1;
  net.weights = [undefined, [Array.from(x)]];
  net.biases = [undefined, [0]];
  net.outputs = [Array.from(g, (slope) => -slope), [0]];
  net.deltas = [undefined, [1]];
  net.trainOpts = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, learningRate: 1e-3 };
  net._setupAdam();
  return { step: () => net.adjustWeights(), read: () => net.weights[1][0] };
}
