import { describe, expect, it } from "vitest";
import type { AttemptReport } from "#src/lms/attempts.ts";
import { decimal } from "#src/lms/dialect.ts";
import { responseOf } from "#src/lms/responses.ts";
import { clockTime, scorm12 } from "#src/lms/scorm-12.ts";
import { duration, moment, scorm2004 } from "#src/lms/scorm-2004.ts";
import { exerciseOf } from "./package-of.ts";

const half = { exercise: exerciseOf("third", { points: 2 }), credit: 0.5 };
const open = { exercises: [half], completed: false, points: 1, full: 4 };
const failed = { ...open, completed: true, passed: false };
const passed = { ...open, completed: true, passed: true, points: 3 };
const at = Date.UTC(2026, 10, 29, 9, 30, 5, 120);
const attempt: AttemptReport = { ...half, answer: ["0.5", "1/3"], at, seconds: 75.5 };

describe("SCORM 1.2", () => {
  const summary = (report: Parameters<typeof scorm12.summary>[0]) =>
    Object.fromEntries(scorm12.summary(report, 3661.5));

  it("is told one status, and a score from 0 to 100", () => {
    expect(summary(open)).toEqual({
      "cmi.core.score.raw": "25",
      "cmi.core.score.min": "0",
      "cmi.core.score.max": "100",
      "cmi.core.lesson_status": "incomplete",
      "cmi.core.session_time": "0001:01:01.50",
      "cmi.core.exit": "suspend",
    });
    const status = (report: typeof open) => summary(report)["cmi.core.lesson_status"];
    expect([failed, passed, { ...open, completed: true }].map(status)).toEqual([
      "failed",
      "passed",
      "completed",
    ]);
  });

  it("is told no score where there is nothing to answer", () => {
    expect(summary({ ...open, full: 0, points: 0 })).not.toHaveProperty("cmi.core.score.raw");
  });

  it("is told of each exercise, its id first", () => {
    expect(scorm12.objective(3, half)).toEqual([
      ["cmi.objectives.3.id", "third"],
      ["cmi.objectives.3.score.raw", "50"],
      ["cmi.objectives.3.score.min", "0"],
      ["cmi.objectives.3.score.max", "100"],
      ["cmi.objectives.3.status", "failed"],
    ]);
    expect(scorm12.objective(0, { exercise: half.exercise }).at(-1)?.[1]).toBe("not attempted");
    expect(scorm12.objective(0, { ...half, credit: 1 }).at(-1)?.[1]).toBe("passed");
  });

  it("is told of each attempt", () => {
    const settings = Object.fromEntries(scorm12.interaction(0, attempt));
    expect(settings).toMatchObject({
      "cmi.interactions.0.id": `third-${at.toString(36)}`,
      "cmi.interactions.0.objectives.0.id": "third",
      "cmi.interactions.0.type": "fill-in",
      "cmi.interactions.0.student_response": "0.5; 1/3",
      "cmi.interactions.0.result": "0.5",
      "cmi.interactions.0.weighting": "2",
      "cmi.interactions.0.latency": "0000:01:15.50",
    });
    const result = (credit: number) =>
      Object.fromEntries(scorm12.interaction(0, { ...attempt, credit }))[
        "cmi.interactions.0.result"
      ];
    expect([0, 1].map(result)).toEqual(["wrong", "correct"]);
  });

  it("writes times as hours, minutes, seconds", () => {
    expect([0, 59.999, 36_000, 1e9].map(clockTime)).toEqual([
      "0000:00:00.00",
      "0000:01:00.00",
      "0010:00:00.00",
      "9999:00:00.00",
    ]);
  });
});

describe("SCORM 2004", () => {
  const summary = (report: Parameters<typeof scorm2004.summary>[0]) =>
    Object.fromEntries(scorm2004.summary(report, 3661.5));

  it("is told completion and success apart, and a score in points and scaled", () => {
    expect(summary(open)).toEqual({
      "cmi.score.scaled": "0.25",
      "cmi.score.min": "0",
      "cmi.score.max": "4",
      "cmi.score.raw": "1",
      "cmi.completion_status": "incomplete",
      "cmi.success_status": "unknown",
      "cmi.session_time": "PT1H1M1.5S",
      "cmi.exit": "suspend",
    });
    expect(summary(failed)).toMatchObject({
      "cmi.completion_status": "completed",
      "cmi.success_status": "failed",
    });
    expect(summary(passed)["cmi.success_status"]).toBe("passed");
  });

  it("is told of each exercise, its id first", () => {
    const [first, ...others] = scorm2004.objective(0, half);
    expect(first).toEqual(["cmi.objectives.0.id", "third"]);
    expect(Object.fromEntries(others)).toEqual({
      "cmi.objectives.0.description": "The third",
      "cmi.objectives.0.score.scaled": "0.5",
      "cmi.objectives.0.score.min": "0",
      "cmi.objectives.0.score.max": "2",
      "cmi.objectives.0.score.raw": "1",
      "cmi.objectives.0.success_status": "failed",
      "cmi.objectives.0.completion_status": "completed",
    });
    expect(Object.fromEntries(scorm2004.objective(0, { exercise: half.exercise }))).toMatchObject({
      "cmi.objectives.0.success_status": "unknown",
      "cmi.objectives.0.completion_status": "not attempted",
    });
  });

  it("is told of each attempt, its type before the answer", () => {
    const settings = scorm2004.interaction(7, attempt);
    const names = settings.map(([name]) => name.replace("cmi.interactions.7.", ""));
    expect(names.indexOf("type")).toBeLessThan(names.indexOf("learner_response"));
    expect(Object.fromEntries(settings)).toMatchObject({
      "cmi.interactions.7.timestamp": "2026-11-29T09:30:05.12Z",
      "cmi.interactions.7.result": "0.5",
      "cmi.interactions.7.latency": "PT1M15.5S",
      "cmi.interactions.7.description": "The third",
    });
    const result = (credit: number) =>
      Object.fromEntries(scorm2004.interaction(0, { ...attempt, credit }))[
        "cmi.interactions.0.result"
      ];
    expect([0, 1].map(result)).toEqual(["incorrect", "correct"]);
  });

  it("writes durations and moments of ISO 8601", () => {
    expect([0, 59.999, 36_000].map(duration)).toEqual(["PT0S", "PT1M0S", "PT10H0S"]);
    expect(moment(at)).toBe("2026-11-29T09:30:05.12Z");
  });
});

describe("an answer in an LMS", () => {
  const told = (kind: "choice" | "order" | "match" | "code", answer: readonly number[] | string) =>
    (["1.2", "2004"] as const).map((edition) =>
      responseOf({ exercise: exerciseOf("x", { kind }), answer }, edition),
    );

  it("names options and steps as its edition does", () => {
    expect(told("choice", [0, 2])).toEqual([
      { type: "choice", response: "a,c" },
      { type: "choice", response: "1[,]3" },
    ]);
    expect(told("order", [1, 0]).map(({ type }) => type)).toEqual(["sequencing", "sequencing"]);
  });

  it("is one line, cut where it is long", () => {
    expect(told("code", "a {\n  b\n}\n")[0]?.response).toBe("a { b }");
    const [old, recent] = told("code", "x".repeat(5000));
    expect(old).toEqual({ type: "fill-in", response: "x".repeat(250) });
    expect(recent).toEqual({ type: "long-fill-in", response: "x".repeat(250) });
  });

  it("has numbers without exponents", () => {
    expect([1 / 3, 1e-9, 100, 2.5].map(decimal)).toEqual(["0.3333", "0", "100", "2.5"]);
  });
});
