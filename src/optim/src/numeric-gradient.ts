import { differenceStep } from "./internal/difference-step.ts";
import type { Vec } from "./types.ts";

/**
 * The gradient of f at x by central differences, (f(x + h eᵢ) − f(x − h eᵢ)) / 2h.
 *
 * Its error shrinks like h² until rounding takes over; the default step is near the best
 * compromise, with about ten digits right.
 *
 * @param f a function of a vector.
 * @param x the point, n numbers. It is not changed.
 * @param h the step, above 0. Default: ∛ε · max(1, |xᵢ|), with the machine's ε = 2⁻⁵².
 * @throws RangeError for a step that is not above 0.
 */
export function numericGradient(
  f: (x: Vec) => number,
  x: readonly number[] | Vec,
  h?: number,
): Vec {
  if (h !== undefined && !(h > 0))
    throw new RangeError(`numericGradient: h must be above 0, got ${h}`);
  const at = Float64Array.from(x);
  return at.map((xi, i) => {
    const step = h ?? differenceStep(xi, 1);
    const probe = Float64Array.from(at);
    const [right, left] = [xi + step, xi - step];
    probe[i] = right;
    const ahead = f(probe);
    probe[i] = left;
    return (ahead - f(probe)) / (right - left); // the step as it was rounded
  });
}
