import type { AttemptReport } from "./attempts.ts";
import { type Dialect, decimal, type Setting } from "./dialect.ts";
import type { ExerciseReport, Report } from "./report.ts";
import { responseOf } from "./responses.ts";

/** How SCORM 1.2 is told: one status for all, scores from 0 to 100. */
export const scorm12: Dialect = {
  edition: "1.2",
  mostState: 4096,
  learnerId: "cmi.core.student_id",
  learnerName: "cmi.core.student_name",
  statusElement: "cmi.core.lesson_status",

  summary(report, seconds) {
    return [
      ...(report.full > 0 ? hundred("cmi.core", report.points / report.full) : []),
      ["cmi.core.lesson_status", statusOf(report)],
      ["cmi.core.session_time", clockTime(seconds)],
      ["cmi.core.exit", "suspend"],
    ];
  },

  objective(at, { exercise, credit }) {
    const place = `cmi.objectives.${at}`;
    return [
      [`${place}.id`, exercise.id],
      ...(credit === undefined ? [] : hundred(place, credit)),
      [`${place}.status`, objectiveStatus(credit)],
    ];
  },

  interaction(at, attempt) {
    const place = `cmi.interactions.${at}`;
    const { type, response } = responseOf(attempt, "1.2");
    return [
      [`${place}.id`, `${attempt.exercise.id}-${attempt.at.toString(36)}`],
      [`${place}.objectives.0.id`, attempt.exercise.id],
      [`${place}.time`, timeOfDay(new Date(attempt.at))],
      [`${place}.type`, type],
      [`${place}.student_response`, response],
      [`${place}.result`, resultOf(attempt)],
      [`${place}.weighting`, decimal(attempt.exercise.points)],
      ...(attempt.seconds === undefined
        ? []
        : [[`${place}.latency`, clockTime(attempt.seconds)] as const]),
    ];
  },
};

function hundred(place: string, share: number): readonly Setting[] {
  return [
    [`${place}.score.raw`, decimal(100 * share)],
    [`${place}.score.min`, "0"],
    [`${place}.score.max`, "100"],
  ];
}

function statusOf({ completed, passed }: Report): string {
  if (!completed) return "incomplete";
  return passed === undefined ? "completed" : passed ? "passed" : "failed";
}

function objectiveStatus(credit: ExerciseReport["credit"]): string {
  if (credit === undefined) return "not attempted";
  return credit === 1 ? "passed" : "failed";
}

function resultOf({ credit }: AttemptReport): string {
  return credit === 1 ? "correct" : credit === 0 ? "wrong" : decimal(credit);
}

/** Seconds as HHHH:MM:SS.SS. */
export function clockTime(seconds: number): string {
  const hundredths = Math.min(Math.round(100 * seconds), 9999 * 360_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, rest] = [Math.floor(hundredths / 360_000), hundredths % 360_000];
  const [minutes, last] = [Math.floor(rest / 6000), rest % 6000];
  return `${String(hours).padStart(4, "0")}:${two(minutes)}:${two(Math.floor(last / 100))}.${two(last % 100)}`;
}

/** HH:MM:SS by the learner's own clock. */
function timeOfDay(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
