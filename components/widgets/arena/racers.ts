import {
  adadelta,
  adagrad,
  adam,
  adamax,
  amsgrad,
  gradientDescent,
  lion,
  type Method,
  momentum,
  nadam,
  nesterov,
  rmsprop,
  rprop,
} from "@downhill/optim";
import { type Look, methodLooks } from "#src/plotting/method-looks.ts";

export const RACERS = [
  "gradient descent",
  "momentum",
  "Nesterov",
  "Rprop",
  "AdaGrad",
  "RMSprop",
  "Adadelta",
  "Adam",
  "AdaMax",
  "Nadam",
  "AMSGrad",
  "Lion",
] as const;
export type Racer = (typeof RACERS)[number];

/** Each method at a learning rate, with the constants that its paper or chapter has. */
export const makers: Readonly<Record<Racer, (learningRate: number) => Method>> = {
  "gradient descent": (learningRate) => gradientDescent({ learningRate }),
  momentum: (learningRate) => momentum({ learningRate, beta: 0.9 }),
  Nesterov: (learningRate) => nesterov({ learningRate, beta: 0.9 }),
  Rprop: (learningRate) => rprop({ learningRate }),
  AdaGrad: (learningRate) => adagrad({ learningRate }),
  RMSprop: (learningRate) => rmsprop({ learningRate, rho: 0.9 }),
  Adadelta: (learningRate) => adadelta({ learningRate, rho: 0.9 }),
  Adam: (learningRate) => adam({ learningRate }),
  AdaMax: (learningRate) => adamax({ learningRate }),
  Nadam: (learningRate) => nadam({ learningRate }),
  AMSGrad: (learningRate) => amsgrad({ learningRate }),
  Lion: (learningRate) => lion({ learningRate }),
};

/** Those without a look of their own have the colour of a relative, and other dashes. */
export const racerLooks: Readonly<Record<Racer, Look>> = {
  ...methodLooks,
  Rprop: { stroke: "var(--method-rmsprop)", strokeDasharray: "5 2 1.5 2" },
  AdaMax: { stroke: "var(--method-adam)", strokeDasharray: "3 2" },
  Nadam: { stroke: "var(--method-adam)", strokeDasharray: "9 2 2 2" },
  Lion: { stroke: "var(--method-momentum)", strokeDasharray: "7 2 2 2 2 2" },
};
