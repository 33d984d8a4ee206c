import type { ScormEdition } from "./lms-package.ts";

/** What both editions of SCORM offer to a page, under one set of names. */
export interface ScormApi {
  initialize(): boolean;
  get(element: string): string;
  set(element: string, value: string): boolean;
  commit(): boolean;
  finish(): boolean;
  /** What went wrong last, in the LMS's words with its number; nothing when nothing did. */
  problem(): string | undefined;
}

type Call = (...args: readonly string[]) => unknown;

/** A window as far as the search for an LMS looks at it. */
export interface SearchedWindow {
  readonly parent?: SearchedWindow | null;
  readonly opener?: SearchedWindow | null;
}

/** Frames within frames that are searched; more are a ring. */
const DEEPEST = 50;

const NAMES: Readonly<Record<ScormEdition, { object: string; prefix: string; end: string }>> = {
  "1.2": { object: "API", prefix: "LMS", end: "LMSFinish" },
  "2004": { object: "API_1484_11", prefix: "", end: "Terminate" },
};

/**
 * The LMS that a page was opened from: looked for in the frames around it, then in those around the
 * window that opened it. Nothing where there is none.
 */
export function findScormApi(from: SearchedWindow, edition: ScormEdition): ScormApi | undefined {
  const found = searchFrames(from, edition) ?? searchFrames(openerOf(from), edition);
  return found && asOne(found, edition);
}

function searchFrames(
  from: SearchedWindow | undefined,
  edition: ScormEdition,
): Readonly<Record<string, unknown>> | undefined {
  let here = from;
  for (let depth = 0; here && depth < DEEPEST; depth++) {
    const api = reach(() => (here as Record<string, unknown>)[NAMES[edition].object]);
    if (typeof api === "object" && api !== null) return api as Record<string, unknown>;
    const above: SearchedWindow | undefined = reach(() => here?.parent ?? undefined);
    if (above === here) return undefined;
    here = above;
  }
  return undefined;
}

/** The window that opened the outermost frame that can be looked at. */
function openerOf(from: SearchedWindow): SearchedWindow | undefined {
  let here = from;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const opener = reach(() => here.opener ?? undefined);
    if (opener) return opener;
    const above = reach(() => here.parent ?? undefined);
    if (!above || above === here) return undefined;
    here = above;
  }
  return undefined;
}

/** Windows of other sites throw when they are looked at. */
function reach<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

function asOne(api: Readonly<Record<string, unknown>>, edition: ScormEdition): ScormApi {
  const { prefix, end } = NAMES[edition];
  let broken: string | undefined;
  const call = (name: string, ...args: readonly string[]): string => {
    broken = undefined;
    try {
      return String((api[name] as Call)(...args));
    } catch (error) {
      broken = error instanceof Error ? error.message : String(error);
      return "";
    }
  };
  const holds = (answer: string) => answer === "true" || answer === "1";
  return {
    initialize: () => holds(call(`${prefix}Initialize`, "")),
    get: (element) => call(`${prefix}GetValue`, element),
    set: (element, value) => holds(call(`${prefix}SetValue`, element, value)),
    commit: () => holds(call(`${prefix}Commit`, "")),
    finish: () => holds(call(end, "")),
    problem() {
      if (broken !== undefined) return broken;
      const number = call(`${prefix}GetLastError`);
      if (number === "" || number === "0") return undefined;
      return `${number}: ${call(`${prefix}GetErrorString`, number)}`;
    },
  };
}
