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
  scheduleFreeSgd,
} from "@downhill/optim";

/** The package's methods at a learning rate, all else as they come. */
export const methodsOf = {
  SGD: (learningRate: number): Method => gradientDescent({ learningRate }),
  momentum: (learningRate: number): Method => momentum({ learningRate, beta: 0.9 }),
  Nesterov: (learningRate: number): Method => nesterov({ learningRate, beta: 0.9 }),
  AdaGrad: (learningRate: number): Method => adagrad({ learningRate }),
  RMSprop: (learningRate: number): Method => rmsprop({ learningRate, rho: 0.9 }),
  Adadelta: (learningRate: number): Method => adadelta({ learningRate }),
  Adam: (learningRate: number): Method => adam({ learningRate }),
  AMSGrad: (learningRate: number): Method => amsgrad({ learningRate, form: "paper" }),
  Nadam: (learningRate: number): Method => nadam({ learningRate, form: "constant" }),
  AdaMax: (learningRate: number): Method => adamax({ learningRate }),
  Lion: (learningRate: number): Method => lion({ learningRate }),
  "schedule-free": (learningRate: number): Method => scheduleFreeSgd({ learningRate }),
} as const;

export type MethodName = keyof typeof methodsOf;
export const METHODS = Object.keys(methodsOf) as readonly MethodName[];
