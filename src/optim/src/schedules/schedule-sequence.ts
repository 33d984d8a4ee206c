import { requireWhole, show } from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import type { Schedule } from "../types.ts";

/**
 * One schedule after another; each starts with its own step 1.
 *
 *     α_k = α⁽¹⁾(k) for k ≤ m₁,    α⁽²⁾(k − m₁) for m₁ < k ≤ m₂,    …
 *
 * @param schedules the schedules; a number is a constant rate.
 * @param milestones after how many steps the next one takes over: rising whole numbers, one fewer
 *   than schedules.
 * @throws TypeError or RangeError for lists that do not fit.
 * Source: torch.optim.lr_scheduler.SequentialLR.
 */
export function scheduleSequence(
  schedules: readonly (number | Schedule)[],
  milestones: readonly number[],
): Schedule {
  for (const [name, list] of Object.entries({ schedules, milestones }))
    if (!Array.isArray(list))
      throw new TypeError(`scheduleSequence: ${name} must be a list, got ${show(list)}`);
  if (schedules.length === 0 || milestones.length !== schedules.length - 1)
    throw new RangeError(
      `scheduleSequence: there must be one milestone fewer than schedules, got ${milestones.length} for ${schedules.length}`,
    );
  const rates = schedules.map((schedule, i) =>
    learningRateOf("scheduleSequence", schedule, `schedules[${i}]`),
  );
  milestones.forEach((milestone, i) => {
    requireWhole("scheduleSequence", "every milestone", milestone);
    if (i > 0 && !(milestone > milestones[i - 1]!))
      throw new RangeError(
        `scheduleSequence: milestones must rise, got ${milestones[i - 1]} before ${milestone}`,
      );
  });
  const takeovers = [0, ...milestones];
  return (k) => {
    const now = takeovers.findLastIndex((after) => after < k);
    return rates[now]!(k - takeovers[now]!);
  };
}
