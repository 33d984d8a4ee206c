import type { Method, State } from "../types.ts";
import { show } from "./guard.ts";

/**
 * Returns what a wrapper is to be put around, if it is a method.
 * @throws TypeError otherwise.
 */
export function requireMethod<S extends State>(where: string, method: Method<S>): Method<S> {
  if (typeof method === "object" && method !== null && typeof method.step === "function")
    return method;
  throw new TypeError(
    `${where}: method must be a method such as gradientDescent({ learningRate: 0.1 }), got ${show(method)}`,
  );
}

/**
 * Returns the method if its next step starts from the x of its state and from nowhere else, so
 * that a wrapper can move it.
 * @throws TypeError for what is no method, RangeError for a method that cannot be moved.
 */
export function requireMovable<S extends State>(where: string, method: Method<S>): Method<S> {
  if (requireMethod(where, method).anchored !== true) return method;
  throw new RangeError(
    `${where}: ${method.name} steps on from points of its own, so that moving its x changes nothing. Put ${where} inside of it, around the method that it runs`,
  );
}
