import { describe, expect, it } from "vitest";
import { lower } from "#src/lms/never-lower.ts";

const says = (element: string, has: string, value: string) => lower(element, value, () => has);

describe("what an LMS has already", () => {
  it.each([
    ["cmi.core.score.raw", "80", "25"],
    ["cmi.score.scaled", "0.5", "0"],
    ["cmi.core.lesson_status", "passed", "incomplete"],
    ["cmi.success_status", "passed", "unknown"],
    ["cmi.objectives.2.status", "failed", "not attempted"],
  ])("is kept: %s %s is above %s", (element, has, value) => {
    expect(says(element, has, value)).toBe(true);
    expect(says(element, value, has)).toBe(false);
  });

  it("is no hindrance where it is nothing, or of another sort", () => {
    expect(says("cmi.core.score.raw", "", "0")).toBe(false);
    expect(says("cmi.completion_status", "", "incomplete")).toBe(false);
    expect(says("cmi.score.max", "9", "4")).toBe(false);
    expect(says("cmi.suspend_data", "z", "a")).toBe(false);
  });
});
