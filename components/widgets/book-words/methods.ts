import { adagrad, adam, gradientDescent, type InPlace, momentum, rmsprop } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { MethodName } from "#src/plotting/method-looks.ts";

/** Names of the methods in the state of the figure. */
export type MethodId = "sgd" | "momentum" | "adagrad" | "rmsprop" | "adam";

export interface LabMethod {
  readonly id: MethodId;
  readonly label: string;
  /** Its name among the looks of methods. */
  readonly look: MethodName;
  /** Where the search for its best rate begins. */
  readonly guess: number;
  /** The method at work on weights that it overwrites. */
  readonly start: (x: Float64Array, learningRate: number) => InPlace;
}

/** A method of the package on buffers of its own; all that are compared here have that form. */
const working = (
  { inPlace }: { readonly inPlace?: (x0: Float64Array) => InPlace },
  x: Float64Array,
) => inPlace!(x);

/** The methods that are compared, each with the other settings that the package gives it. */
export const labMethods: readonly LabMethod[] = [
  {
    id: "sgd",
    label: say("SGD"),
    look: "gradient descent",
    guess: 0.1,
    start: (x, learningRate) => working(gradientDescent({ learningRate }), x),
  },
  {
    id: "momentum",
    label: say("momentum"),
    look: "momentum",
    guess: 0.01,
    start: (x, learningRate) => working(momentum({ learningRate, beta: 0.9 }), x),
  },
  {
    id: "adagrad",
    label: say("AdaGrad"),
    look: "AdaGrad",
    guess: 0.1,
    start: (x, learningRate) => working(adagrad({ learningRate }), x),
  },
  {
    id: "rmsprop",
    label: say("RMSprop"),
    look: "RMSprop",
    guess: 0.01,
    start: (x, learningRate) => working(rmsprop({ learningRate, rho: 0.99 }), x),
  },
  {
    id: "adam",
    label: "Adam",
    look: "Adam",
    guess: 0.01,
    start: (x, learningRate) => working(adam({ learningRate }), x),
  },
];

export function methodOf(id: MethodId): LabMethod {
  return labMethods.find((method) => method.id === id)!;
}
