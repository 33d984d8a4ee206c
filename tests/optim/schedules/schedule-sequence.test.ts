import { scheduleSequence } from "@downhill/optim";
import { expect, test } from "vitest";

const counting = (k: number) => k;

test("each schedule starts with its own step 1 when its turn comes", () => {
  const rateOf = scheduleSequence([counting, 7, counting], [3, 5]);
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(rateOf)).toEqual([1, 2, 3, 7, 7, 1, 2, 3]);
});

test("one schedule alone is itself, and a milestone of 0 skips the first", () => {
  expect(scheduleSequence([counting], [])(9)).toBe(9);
  expect([1, 2].map(scheduleSequence([counting, 5], [0]))).toEqual([5, 5]);
});

test("lists that are changed later change nothing", () => {
  const [schedules, milestones] = [[1, 2], [3]];
  const rateOf = scheduleSequence(schedules, milestones);
  milestones[0] = 0;
  schedules[0] = 9;
  expect(rateOf(1)).toBe(1);
});

test.each([
  [[], [], "there must be one milestone fewer than schedules, got 0 for 0"],
  [[1, 2], [], "there must be one milestone fewer than schedules, got 0 for 2"],
  [[1, 2, 3], [5, 5], "milestones must rise, got 5 before 5"],
  [[1, 2], [1.5], "every milestone must be a whole number, 0 or more, got 1.5"],
  [[1, "2"], [1], 'schedules[1] must be a number in [0, ∞) or a schedule k => rate, got "2"'],
  [1, [1], "schedules must be a list, got 1"],
  [[1], 1, "milestones must be a list, got 1"],
])("%j with %j is refused", (schedules, milestones, message) => {
  expect(() => scheduleSequence(schedules as never, milestones as never)).toThrow(
    `scheduleSequence: ${message}`,
  );
});
