import { createRequire } from "node:module";
import { dirname } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

const { resolve } = createRequire(import.meta.url);
setWasmPaths(`${dirname(resolve("@tensorflow/tfjs-backend-wasm"))}/`);
setThreadsCount(1);
await tf.setBackend("wasm");

const RULES = {
  adam: () => tf.train.adam(1e-3, 0.9, 0.999, 1e-8),
  momentum: () => tf.train.momentum(1e-3, 0.9),
  rmsprop: () => tf.train.rmsprop(1e-3, 0.99, 0, 1e-8),
};

/** One update of n parameters by TensorFlow.js on its WebAssembly backend, single precision. */
export function update(rule, x, g) {
  const name = `x${x.length}`;
  const parameters = tf.variable(tf.tensor1d(Float32Array.from(x)), true, name);
  const gradient = tf.tensor1d(Float32Array.from(g));
  const optimizer = RULES[rule]();
  return {
    step: () => tf.tidy(() => optimizer.applyGradients({ [name]: gradient })),
    read: () => parameters.dataSync(),
  };
}
