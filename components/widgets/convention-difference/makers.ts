import {
  adabelief,
  adadelta,
  adagrad,
  adam,
  adamax,
  adamw,
  amsgrad,
  decoupledWeightDecay,
  emaOfWeights,
  gradientDescent,
  type Method,
  momentum,
  nadam,
  nesterov,
  radam,
  rmsprop,
  rprop,
  type Schedule,
  scheduleFreeSgd,
  sgdw,
  yogi,
} from "@downhill/optim";

/** The options of a line, with its learning rate; the method itself checks them. */
export type LineOptions = {
  readonly learningRate: number | Schedule;
} & Readonly<Record<string, unknown>>;

/** The functions of the package that a line may name. */
const makers: Readonly<Record<string, (options: LineOptions) => Method>> = {
  adabelief: (options) => adabelief(options),
  adadelta: (options) => adadelta(options),
  adagrad: (options) => adagrad(options),
  adam: (options) => adam(options),
  adamax: (options) => adamax(options),
  adamw: (options) => adamw(options),
  amsgrad: (options) => amsgrad(options),
  gradientDescent: (options) => gradientDescent(options),
  momentum: (options) => momentum(options),
  nadam: (options) => nadam(options),
  nesterov: (options) => nesterov(options),
  radam: (options) => radam(options),
  rmsprop: (options) => rmsprop(options),
  rprop: (options) => rprop(options),
  scheduleFreeSgd: (options) => scheduleFreeSgd(options),
  sgdw: (options) => sgdw(options),
  yogi: (options) => yogi(options),
  // Wrappers, around the method that their section speaks of.
  decoupledWeightDecay: ({ learningRate, ...options }) =>
    decoupledWeightDecay(adam({ learningRate }), options),
  emaOfWeights: ({ learningRate, ...options }) =>
    emaOfWeights(gradientDescent({ learningRate }), options),
};

/**
 * The method that a line names.
 *
 * @throws Error for a name that is not in the list; what the method throws for its options
 */
export function methodOf(name: string, options: LineOptions): Method {
  const make = makers[name];
  if (make === undefined)
    throw new Error(
      `ConventionDifference: there is no method "${name}". The methods are ${Object.keys(makers).join(", ")}; add it to makers.ts.`,
    );
  return make(options);
}
