import {
  adagrad,
  adam,
  classifierNetwork,
  gradientDescent,
  initialWeights,
  lion,
  type Method,
  minibatch,
  momentum,
  nesterov,
  rmsprop,
} from "@downhill/optim";
import { digits } from "@downhill/optim/data";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "../chapters/ledger.ts";
import { prose } from "../chapters/prose.ts";

const { X, y } = digits();
const ink = X.map((image) => image.map((value) => value / 16));
const network = classifierNetwork(ink.slice(0, 1500), y.slice(0, 1500), { hidden: [32] });
const batches = minibatch(network, { batchSize: 32, seed: 1 });
const EPOCHS = 8;
const STEPS = EPOCHS * Math.ceil(1500 / 32);

/** What eight epochs come to, and what is said of the images held out. */
function trained(method: Method) {
  const work = method.inPlace!(initialWeights(network.sizes, { seed: 1 }));
  for (let k = 1; k <= STEPS; k++) work.advance(batches.at(k), k);
  const said = ink.slice(1500).map((image) => {
    const shares = network.predict(work.x, image);
    return shares.indexOf(Math.max(...shares));
  });
  const right = said.filter((digit, i) => digit === y[1500 + i]).length;
  return { loss: network.value(work.x), said, right };
}

const rates = (times: number) => ({
  adam: adam({ learningRate: 0.01 * times }),
  descent: gradientDescent({ learningRate: 0.5 * times }),
  momentum: momentum({ learningRate: 0.1 * times, beta: 0.9 }),
  nesterov: nesterov({ learningRate: 0.1 * times, beta: 0.9 }),
  lion: lion({ learningRate: 0.001 * times }),
});
const withAdam = trained(rates(1).adam);
const others = [
  rates(1).descent,
  rates(1).momentum,
  rates(1).nesterov,
  rates(1).lion,
  adagrad({ learningRate: 0.05 }),
  rmsprop({ learningRate: 0.005 }),
].map((method) => trained(method).right);
const tenfold = [rates(10).descent, rates(10).momentum, rates(10).nesterov].map(
  (method) => trained(method).right,
);
const threeAsEight = withAdam.said.filter((said, i) => said === 8 && y[1500 + i] === 3).length;

const ledger: Ledger = [
  ["1797 digits of 8 by 8 pixels", [X.length, 8, 8]],
  ["The first 1500 are to learn from. The last 297", [1500, X.length - 1500]],
  [
    "64 inputs, 32 hidden units of $\\tanh$ and a softmax over ten classes: 2410 weights",
    [network.sizes[0]!, network.sizes[1]!, network.dim],
  ],
  ["After eight epochs, 376 steps, Adam has the loss $0.030$", [STEPS, withAdam.loss]],
  [
    "tells $90.9\\%$ of the images held out right, 270 of 297",
    [(100 * withAdam.right) / 297, withAdam.right, 297],
  ],
  ["tell from 264 to 271 right", [Math.min(...others), Math.max(...others)]],
  [
    "momentum has its best result, 275, while gradient descent has fallen to 249",
    [trained(rates(3).momentum).right, trained(rates(3).descent).right],
  ],
  [
    "Adam still has 252 right and Lion 266",
    [trained(rates(10).adam).right, trained(rates(10).lion).right],
  ],
  [
    "With Adam 27 images are wrong, and the most frequent mistake, 5 times",
    [297 - withAdam.right, threeAsEight],
  ],
];

describe("the numbers of the notebook on digits", () => {
  testLedger(
    prose("02-train-on-digits.mdx", "notebooks"),
    ledger,
    new Set(["32", "64", "20", "16"]),
  );

  it("at ten times their rates three methods read no better than by chance", () => {
    for (const right of tenfold) expect(right).toBeLessThan(0.2 * 297);
  });
});
