/** The methods that figures compare by name. */
export type MethodName = "gradient descent" | "momentum" | "Nesterov";

/** A colour and a dash for each method, the same in every figure: never colour alone. */
export const methodLooks: Readonly<Record<MethodName, Readonly<Record<string, unknown>>>> = {
  "gradient descent": { stroke: "var(--method-gradient-descent)", strokeDasharray: "5 3" },
  momentum: { stroke: "var(--method-momentum)" },
  Nesterov: { stroke: "var(--method-nesterov)", strokeDasharray: "9 3 2 3" },
};
