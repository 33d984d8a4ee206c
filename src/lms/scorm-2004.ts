import type { AttemptReport } from "./attempts.ts";
import { type Dialect, decimal, type Setting } from "./dialect.ts";
import type { ExerciseReport } from "./report.ts";
import { responseOf } from "./responses.ts";

/** How SCORM 2004 is told: completion and success apart, scores in points and scaled. */
export const scorm2004: Dialect = {
  edition: "2004",
  mostState: 64_000,
  learnerId: "cmi.learner_id",
  learnerName: "cmi.learner_name",
  statusElement: "cmi.completion_status",

  summary({ points, full, completed, passed }, seconds) {
    return [
      ...(full > 0 ? scored("cmi", points, full) : []),
      ["cmi.completion_status", completed ? "completed" : "incomplete"],
      ["cmi.success_status", successOf(passed)],
      ["cmi.session_time", duration(seconds)],
      ["cmi.exit", "suspend"],
    ];
  },

  objective(at, { exercise, credit }) {
    const place = `cmi.objectives.${at}`;
    return [
      [`${place}.id`, exercise.id],
      [`${place}.description`, exercise.title.slice(0, 250)],
      ...(credit === undefined ? [] : scored(place, credit * exercise.points, exercise.points)),
      [`${place}.success_status`, successOf(solved(credit))],
      [`${place}.completion_status`, credit === undefined ? "not attempted" : "completed"],
    ];
  },

  interaction(at, attempt) {
    const place = `cmi.interactions.${at}`;
    const { type, response } = responseOf(attempt, "2004");
    return [
      [`${place}.id`, `${attempt.exercise.id}-${attempt.at.toString(36)}`],
      [`${place}.type`, type],
      [`${place}.objectives.0.id`, attempt.exercise.id],
      [`${place}.timestamp`, moment(attempt.at)],
      [`${place}.weighting`, decimal(attempt.exercise.points)],
      [`${place}.learner_response`, response],
      [`${place}.result`, resultOf(attempt)],
      ...(attempt.seconds === undefined
        ? []
        : [[`${place}.latency`, duration(attempt.seconds)] as const]),
      [`${place}.description`, attempt.exercise.title.slice(0, 250)],
    ];
  },
};

function scored(place: string, points: number, full: number): readonly Setting[] {
  return [
    [`${place}.score.scaled`, decimal(points / full)],
    [`${place}.score.min`, "0"],
    [`${place}.score.max`, decimal(full)],
    [`${place}.score.raw`, decimal(points)],
  ];
}

const solved = (credit: ExerciseReport["credit"]) =>
  credit === undefined ? undefined : credit === 1;

function successOf(passed: boolean | undefined): string {
  return passed === undefined ? "unknown" : passed ? "passed" : "failed";
}

function resultOf({ credit }: AttemptReport): string {
  return credit === 1 ? "correct" : credit === 0 ? "incorrect" : decimal(credit);
}

/** Seconds as a duration of ISO 8601, to a hundredth: PT1H2M3.5S. */
export function duration(seconds: number): string {
  const hundredths = Math.round(100 * seconds);
  const [hours, rest] = [Math.floor(hundredths / 360_000), hundredths % 360_000];
  const minutes = Math.floor(rest / 6000);
  const last = decimal((rest % 6000) / 100);
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}${last}S`;
}

/** A moment in ISO 8601, in universal time; SCORM takes a zone only after parts of a second. */
export function moment(at: number): string {
  return new Date(at).toISOString().replace(/\dZ$/, "Z");
}
