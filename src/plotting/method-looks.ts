/** The methods that figures compare by name. */
export type MethodName =
  | "gradient descent"
  | "momentum"
  | "Nesterov"
  | "AdaGrad"
  | "RMSprop"
  | "Adadelta"
  | "Adam"
  | "AMSGrad"
  | "Newton"
  | "saddle-free Newton";

/** Colour and dashes of a line: every eye can tell each from the others by one or the other. */
export interface Look {
  readonly stroke: string;
  readonly strokeDasharray?: string;
}

/** A colour and a dash for each method, the same in every figure: never colour alone. */
export const methodLooks: Readonly<Record<MethodName, Look>> = {
  "gradient descent": { stroke: "var(--method-gradient-descent)", strokeDasharray: "5 3" },
  momentum: { stroke: "var(--method-momentum)" },
  Nesterov: { stroke: "var(--method-nesterov)", strokeDasharray: "9 3 2 3" },
  AdaGrad: { stroke: "var(--method-adagrad)", strokeDasharray: "1.5 2.5" },
  RMSprop: { stroke: "var(--method-rmsprop)", strokeDasharray: "10 3" },
  Adadelta: { stroke: "var(--method-adadelta)", strokeDasharray: "3 2" },
  Adam: { stroke: "var(--method-adam)" },
  AMSGrad: { stroke: "var(--method-amsgrad)", strokeDasharray: "6 2.5" },
  Newton: { stroke: "var(--method-newton)", strokeDasharray: "12 3 2 3 2 3" },
  "saddle-free Newton": { stroke: "var(--method-saddle-free)", strokeDasharray: "12 3" },
};
