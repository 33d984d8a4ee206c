import { answerInWords } from "#src/grading/answer-in-words.ts";
import { LANGUAGE } from "#src/language/edition.ts";
import type { Actor } from "./actor.ts";
import type { AttemptReport } from "./attempts.ts";
import { decimal } from "./dialect.ts";
import type { LmsPackage, PackagedExercise } from "./lms-package.ts";
import type { Report } from "./report.ts";
import { uuidOf } from "./uuid.ts";

/** A text by its language. */
type InLanguage = Readonly<Record<string, string>>;

/** What a statement is about. */
interface Activity {
  readonly objectType: "Activity";
  readonly id: string;
  readonly definition: { readonly type: string; readonly name: InLanguage };
}

/** One learning record of xAPI 1.0.3. */
export interface Statement {
  readonly id: string;
  readonly actor: Actor;
  readonly verb: { readonly id: string; readonly display: InLanguage };
  readonly object: Activity;
  readonly result: {
    readonly score?: {
      readonly scaled: number;
      readonly raw: number;
      readonly min: number;
      readonly max: number;
    };
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly response?: string;
  };
  readonly context: {
    readonly registration?: string;
    readonly language: string;
    readonly contextActivities?: { readonly parent: readonly Activity[] };
  };
  readonly timestamp: string;
}

/** An attempt as the work has kept it: how long it took is known to one visit only. */
export type Attempted = Omit<AttemptReport, "seconds">;

export interface StatementOptions {
  readonly actor: Actor;
  /** From the launch, a UUID that the visit belongs to. */
  readonly registration?: string;
  readonly attempts: readonly Attempted[];
  readonly report: Report;
  /** In milliseconds since 1970. */
  readonly now: number;
}

type Told = Pick<LmsPackage, "activity" | "title" | "exercises">;

/**
 * What was learned, as statements: “answered” for each attempt; “completed” and “passed” for the
 * whole once they hold, at the time of the last attempt, or now where there was nothing to answer. An
 * attempt is told in the same words at each visit, and what is told again in the same words has the
 * same id, so that a store that gets it twice keeps it once.
 */
export function statementsOf(about: Told, options: StatementOptions): readonly Statement[] {
  const { attempts, report, now } = options;
  const last = attempts.length > 0 ? Math.max(...attempts.map(({ at }) => at)) : now;
  const whole = (verb: "completed" | "passed"): Statement =>
    statement(options, verb, wholeOf(about), last, {
      result: {
        ...(report.full > 0 && { score: scoreOf(report.points, report.full) }),
        ...(verb === "completed" ? { completion: true } : { success: true }),
      },
    });
  return [
    ...[...attempts].sort((a, b) => a.at - b.at).map((one) => answered(about, options, one)),
    ...(report.completed ? [whole("completed")] : []),
    ...(report.passed ? [whole("passed")] : []),
  ];
}

function answered(about: Told, options: StatementOptions, attempt: Attempted): Statement {
  const { exercise, at, credit } = attempt;
  return statement(options, "answered", exerciseOf(about, exercise), at, {
    result: {
      score: scoreOf(credit * exercise.points, exercise.points),
      success: credit === 1,
      completion: true,
      response: answerInWords(attempt.answer),
    },
    parent: [wholeOf(about)],
  });
}

function statement(
  { actor, registration }: StatementOptions,
  verb: "answered" | "completed" | "passed",
  object: Activity,
  at: number,
  { result, parent }: Pick<Statement, "result"> & { readonly parent?: readonly Activity[] },
): Statement {
  const who = "mbox" in actor ? actor.mbox : `${actor.account.homePage} ${actor.account.name}`;
  return {
    id: uuidOf([who, registration ?? "", verb, object.id, at, JSON.stringify(result)].join(" ")),
    actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object,
    result,
    context: {
      ...(registration !== undefined && { registration }),
      language: LANGUAGE,
      ...(parent && { contextActivities: { parent } }),
    },
    timestamp: new Date(at).toISOString(),
  };
}

function wholeOf({ activity, title, exercises }: Told): Activity {
  const type = exercises.length > 0 ? "assessment" : "module";
  return activityOf(activity, type, title);
}

function exerciseOf({ activity }: Told, { id, title }: PackagedExercise): Activity {
  const base = activity.replace(/\/$/, "");
  return activityOf(`${base}/exercise/${id}`, "question", title);
}

function activityOf(id: string, type: string, name: string): Activity {
  const kind = `http://adlnet.gov/expapi/activities/${type}`;
  return { objectType: "Activity", id, definition: { type: kind, name: { [LANGUAGE]: name } } };
}

function scoreOf(points: number, full: number) {
  const [raw, max] = [Number(decimal(points)), Number(decimal(full))];
  return { scaled: Number(decimal(points / full)), raw, min: 0, max };
}
