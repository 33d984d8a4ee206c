import { mulberry32 } from "@downhill/optim";
import { say, sayCount } from "#src/language/say.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Grades an order of steps. The parts name the first step that stands wrong, whose feedback is
 * shown; the credit is the share of steps before it.
 *
 * @param order the steps as the learner put them, each by its number in the right order
 */
export function gradeOrder(count: number, order: readonly number[]): Verdict {
  const complete =
    order.length === count &&
    [...order].sort((a, b) => a - b).every((step, index) => step === index);
  if (!complete)
    return {
      kind: "broken",
      message: say("The list of steps is incomplete. Reload the page to put it right."),
    };
  const wrong = order.findIndex((step, index) => step !== index);
  if (wrong < 0) return { kind: "pass" };
  return {
    kind: "fail",
    message:
      wrong === 0
        ? say("The first step is another one.")
        : sayCount(
            {
              one: "The first step is right; the next is another one.",
              other: "The first {count} steps are right; the next is another one.",
            },
            wrong,
          ),
    credit: wrong / count,
    parts: [{ index: order[wrong] ?? 0, right: false }],
  };
}

/**
 * A mixed order of the steps 0 … count − 1, the same for the same seed, never the right one.
 *
 * @param count number of steps, at least 2
 */
export function mixed(count: number, seed: number): readonly number[] {
  const random = mulberry32(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order.every((step, index) => step === index) ? [...order.slice(1), 0] : order;
}
