import {
  ASSIGNMENT_FORMAT,
  ASSIGNMENT_VERSION,
  type Assignment,
  picked,
  type VariantChoice,
} from "./assignment.ts";
import { isRecord, isText, shown } from "./foreign.ts";

/** Most exercises in one assignment. */
const MOST_EXERCISES = 200;
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 20_000;
/** Most characters of an own exercise, as JSON. */
const LONGEST_OWN = 200_000;
const MOST_POINTS = 1000;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * An assignment in data from anywhere, or what is wrong with it: every fault, a sentence each. Fields
 * that an assignment does not have are left out.
 */
export function readAssignment(
  data: unknown,
): { readonly assignment: Assignment } | { readonly problems: readonly string[] } {
  if (!isRecord(data) || data["format"] !== ASSIGNMENT_FORMAT)
    return {
      problems: [
        "This is no assignment: a file of an assignment begins with its format, “downhill-assignment”. Choose the file that the page for teachers saved.",
      ],
    };
  const { version } = data;
  if (version !== ASSIGNMENT_VERSION)
    return {
      problems: [
        `This assignment is of version ${String(version).slice(0, 20)}; this edition of the book reads version ${ASSIGNMENT_VERSION}. Open it with the edition that made it.`,
      ],
    };
  const problems = [...headProblems(data), ...exercisesProblems(data), ...ownProblems(data)];
  return problems.length > 0 ? { problems } : { assignment: picked(data as unknown as Assignment) };
}

function headProblems({ id, title, text, due, hints, solutions }: Record<string, unknown>) {
  const problems: string[] = [];
  const need = (holds: boolean, words: string) => void (holds || problems.push(words));
  need(
    isText(id, 80) && ID.test(String(id)),
    `assignment: id must be letters, digits and single hyphens, at most 80, got ${shown(id)}. Write one such as “week-3”.`,
  );
  need(
    isText(title, LONGEST_TITLE) && String(title).trim() !== "",
    `assignment: title must be a text of 1 to ${LONGEST_TITLE} characters, got ${shown(title)}. Give it a name that the students know it by.`,
  );
  need(
    isText(text, LONGEST_TEXT),
    `assignment: text must be a text of at most ${LONGEST_TEXT} characters, got ${shown(text)}. Leave it empty or shorten it.`,
  );
  need(
    due === undefined || isMoment(due),
    `assignment: due must be a date and time with its zone, got ${shown(due)}. Write it like 2026-12-04T18:00:00+01:00.`,
  );
  for (const [name, value] of Object.entries({ hints, solutions }))
    need(
      typeof value === "boolean",
      `assignment: ${name} must be true or false, got ${shown(value)}. Say whether the students may open them.`,
    );
  return problems;
}

function exercisesProblems({ exercises, own }: Record<string, unknown>): readonly string[] {
  if (!Array.isArray(exercises) || exercises.length === 0 || exercises.length > MOST_EXERCISES)
    return [
      `assignment: exercises must be a list of 1 to ${MOST_EXERCISES}, got ${Array.isArray(exercises) ? exercises.length : shown(exercises)}. Choose at least one exercise.`,
    ];
  const owned = new Set(
    Array.isArray(own) ? own.map((one) => (isRecord(one) ? one["id"] : "")) : [],
  );
  const seen = new Set<unknown>();
  return exercises.flatMap((one: unknown, index) => {
    const found = exerciseProblem(one, owned);
    const id = isRecord(one) ? one["id"] : undefined;
    const twice = seen.has(id) ? `${shown(id)} is there already. Leave it out once.` : undefined;
    seen.add(id);
    const problem = found ?? twice;
    return problem === undefined ? [] : [`assignment: exercise ${index + 1}: ${problem}`];
  });
}

function exerciseProblem(one: unknown, owned: ReadonlySet<unknown>): string | undefined {
  if (!isRecord(one)) return `a record is expected, got ${shown(one)}.`;
  const { id, chapter, edition, points, variant } = one;
  if (!isText(id, 80) || !ID.test(String(id)))
    return `id must be that of an exercise, such as “heavy-ball”, got ${shown(id)}.`;
  if (!isText(chapter, 80))
    return `chapter must be the address of a chapter, such as “momentum”, got ${shown(chapter)}.`;
  if (chapter === "" && !owned.has(id))
    return `${shown(id)} names no chapter and is none of the own exercises. Add the chapter or the exercise.`;
  if (!(Number.isInteger(edition) && Number(edition) >= 1))
    return `edition must be a whole number from 1, got ${shown(edition)}.`;
  if (!(typeof points === "number" && points > 0 && points <= MOST_POINTS))
    return `points must be above 0 and at most ${MOST_POINTS}, got ${shown(points)}.`;
  return isVariant(variant)
    ? undefined
    : `variant must be book, student, or shared with a seed from 0 below 2³², got ${shown(variant)}.`;
}

function isVariant(data: unknown): data is VariantChoice {
  if (!isRecord(data)) return false;
  const { kind, seed } = data;
  if (kind !== "shared") return kind === "book" || kind === "student";
  return Number.isInteger(seed) && Number(seed) >= 0 && Number(seed) < 2 ** 32;
}

function ownProblems({ own }: Record<string, unknown>): readonly string[] {
  if (own === undefined) return [];
  if (!Array.isArray(own))
    return [`assignment: own must be a list of exercises, got ${shown(own)}.`];
  return own.flatMap((one: unknown, index) => {
    const fine =
      isRecord(one) &&
      isText(one["id"], 80) &&
      ID.test(String(one["id"])) &&
      isRecord(one["data"]) &&
      isText(one["prompt"], LONGEST_TEXT) &&
      (one["files"] === undefined ||
        (isRecord(one["files"]) &&
          Object.values(one["files"]).every((file) => typeof file === "string"))) &&
      JSON.stringify(one).length <= LONGEST_OWN;
    return fine
      ? []
      : [
          `assignment: own exercise ${index + 1} must have an id, data, a prompt and perhaps files, ${LONGEST_OWN} characters at most. Add it again from its file.`,
        ];
  });
}

/** Whether a value is a moment with its zone, in ISO 8601, that the calendar has. */
export function isMoment(value: unknown): value is string {
  return typeof value === "string" && MOMENT.test(value) && Number.isFinite(Date.parse(value));
}
