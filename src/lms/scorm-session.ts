import { say } from "#src/language/say.ts";
import type { AttemptReport } from "./attempts.ts";
import type { Dialect, Setting } from "./dialect.ts";
import { lower } from "./never-lower.ts";
import type { Report } from "./report.ts";
import type { ScormApi } from "./scorm-api.ts";

/** What the LMS is to know at a moment. */
export interface Told {
  readonly report: Report;
  /** The resume state, see `packState`. */
  readonly state: string;
}

export interface SessionOptions {
  readonly api: ScormApi;
  readonly dialect: Dialect;
  /** Asked when the LMS is told next. */
  readonly tell: () => Told;
  /** The LMS has kept all, or has not: then the reason in words. */
  readonly onKept: (problem: string | undefined) => void;
}

/** A learner's visit as the LMS hears of it. */
export interface ScormSession {
  /** Who the LMS says it is; empty where it says nothing. */
  readonly learner: { readonly id: string; readonly name: string };
  /** The state of the last visit; empty at the first. */
  readonly state: string;
  /** Whether the LMS has the whole as done already. */
  readonly done: boolean;
  /** Something has changed: the LMS hears of it soon. */
  changed(): void;
  attempted(attempts: readonly AttemptReport[]): void;
  /** Tells at once what waits. */
  flush(): void;
  /** Tells all and ends the visit. */
  leave(): void;
}

/** From a change to its commit, so that what changes together is told together; in milliseconds. */
const SOON = 2000;
/** At least so long between two commits, and before one that failed is tried again. */
const BETWEEN = 5000;
const AGAIN = 30_000;
/** More attempts in one visit are not listed one by one. */
const MOST_ATTEMPTS = 200;

/** SCORM 1.2 leaves an LMS free to have these. */
const SCORE_RANGE = /\.score\.(?:min|max)$/;

/** Begins a visit; where the LMS refuses, its reason. */
export function openSession(options: SessionOptions): ScormSession | { readonly problem: string } {
  const { api, dialect, tell, onKept } = options;
  if (!api.initialize()) return { problem: api.problem() ?? say("it gave no reason") };
  const began = Date.now();
  const places = objectivePlaces(api);
  const said = new Map<string, string>();
  /** Parts and elements of the data model that an LMS need not have, and that this one refuses. */
  const refused = new Set<string>();
  let interactions = count(api, "cmi.interactions._count");
  let waiting: AttemptReport[] = [];
  let listed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let committed = Number.NEGATIVE_INFINITY;
  let over = false;

  const get = (element: string) => api.get(element);
  const status = get(dialect.statusElement);

  /** Sets what differs from what was set before, also past a refusal; the first of them in words. */
  function set(settings: readonly Setting[]): string | undefined {
    let problem: string | undefined;
    for (const [element, value] of settings) {
      if (said.get(element) === value || refused.has(element)) continue;
      if (!said.has(element) && lower(element, value, get)) continue;
      if (api.set(element, value)) said.set(element, value);
      else if (SCORE_RANGE.test(element)) refused.add(element);
      else problem ??= `${element}: ${api.problem() ?? say("no reason given")}`;
    }
    return problem;
  }

  /** Sets what the LMS need not know; where it refuses, it is not asked again. */
  function setOptional(part: string, settings: () => readonly Setting[]): boolean {
    if (refused.has(part)) return false;
    if (set(settings()) === undefined) return true;
    refused.add(part);
    return false;
  }

  function put(): string | undefined {
    const { report, state } = tell();
    const problem = set([
      ...dialect.summary(report, (Date.now() - began) / 1000),
      ["cmi.suspend_data", state],
    ]);
    for (const one of report.exercises) {
      const at = places.get(one.exercise.id) ?? places.size;
      if (setOptional("objectives", () => dialect.objective(at, one)))
        places.set(one.exercise.id, at);
    }
    for (const attempt of waiting)
      if (setOptional("interactions", () => dialect.interaction(interactions, attempt)))
        interactions++;
    waiting = [];
    return problem;
  }

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (over) return;
    committed = Date.now();
    const refusal = put();
    const problem = api.commit() ? refusal : (api.problem() ?? say("no reason given"));
    if (problem !== undefined) timer = setTimeout(flush, AGAIN);
    onKept(problem);
  }

  return {
    learner: { id: get(dialect.learnerId), name: get(dialect.learnerName) },
    state: get("cmi.suspend_data"),
    done: ["completed", "passed", "failed"].includes(status),
    changed() {
      if (over) return;
      timer ??= setTimeout(flush, Math.max(SOON, committed + BETWEEN - Date.now()));
    },
    attempted(attempts) {
      const room = MOST_ATTEMPTS - listed;
      waiting.push(...attempts.slice(0, Math.max(0, room)));
      listed += attempts.length;
    },
    flush() {
      if (timer !== undefined) flush();
    },
    leave() {
      if (over) return;
      flush();
      clearTimeout(timer);
      over = true;
      api.finish();
    },
  };
}

/** Where the objectives stand that the LMS has already, by their ids. */
function objectivePlaces(api: ScormApi): Map<string, number> {
  const indices = Array.from({ length: count(api, "cmi.objectives._count") }, (_, at) => at);
  return new Map(indices.map((at) => [api.get(`cmi.objectives.${at}.id`), at]));
}

function count(api: ScormApi, element: string): number {
  const value = Number(api.get(element));
  return Number.isInteger(value) && value > 0 ? value : 0;
}
