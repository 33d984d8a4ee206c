import { say } from "#src/language/say.ts";
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
        say(
          "This is no assignment: a file of an assignment begins with its format, “downhill-assignment”. Choose the file that the page for teachers saved.",
        ),
      ],
    };
  const { version } = data;
  if (version !== ASSIGNMENT_VERSION)
    return {
      problems: [
        say(
          "This assignment is of version {version}; this edition of the book reads version {known}. Open it with the edition that made it.",
          { version: String(version).slice(0, 20), known: ASSIGNMENT_VERSION },
        ),
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
    say(
      "assignment: id must be letters, digits and single hyphens, at most 80, got {id}. Write one such as “week-3”.",
      { id: shown(id) },
    ),
  );
  need(
    isText(title, LONGEST_TITLE) && String(title).trim() !== "",
    say(
      "assignment: title must be a text of 1 to {most} characters, got {title}. Give it a name that the students know it by.",
      { most: LONGEST_TITLE, title: shown(title) },
    ),
  );
  need(
    isText(text, LONGEST_TEXT),
    say(
      "assignment: text must be a text of at most {most} characters, got {text}. Leave it empty or shorten it.",
      { most: LONGEST_TEXT, text: shown(text) },
    ),
  );
  need(
    due === undefined || isMoment(due),
    say(
      "assignment: due must be a date and time with its zone, got {due}. Write it like 2026-12-04T18:00:00+01:00.",
      { due: shown(due) },
    ),
  );
  for (const [name, value] of Object.entries({ hints, solutions }))
    need(
      typeof value === "boolean",
      say(
        "assignment: {name} must be true or false, got {value}. Say whether the students may open them.",
        { name, value: shown(value) },
      ),
    );
  return problems;
}

function exercisesProblems({ exercises, own }: Record<string, unknown>): readonly string[] {
  if (!Array.isArray(exercises) || exercises.length === 0 || exercises.length > MOST_EXERCISES)
    return [
      say(
        "assignment: exercises must be a list of 1 to {most}, got {got}. Choose at least one exercise.",
        {
          most: MOST_EXERCISES,
          got: Array.isArray(exercises) ? exercises.length : shown(exercises),
        },
      ),
    ];
  const owned = new Set(
    Array.isArray(own) ? own.map((one) => (isRecord(one) ? one["id"] : "")) : [],
  );
  const seen = new Set<unknown>();
  return exercises.flatMap((one: unknown, index) => {
    const found = exerciseProblem(one, owned);
    const id = isRecord(one) ? one["id"] : undefined;
    const twice = seen.has(id)
      ? say("{id} is there already. Leave it out once.", { id: shown(id) })
      : undefined;
    seen.add(id);
    const problem = found ?? twice;
    return problem === undefined
      ? []
      : [say("assignment: exercise {number}: {problem}", { number: index + 1, problem })];
  });
}

function exerciseProblem(one: unknown, owned: ReadonlySet<unknown>): string | undefined {
  if (!isRecord(one)) return say("a record is expected, got {got}.", { got: shown(one) });
  const { id, chapter, edition, points, variant } = one;
  if (!isText(id, 80) || !ID.test(String(id)))
    return say("id must be that of an exercise, such as “heavy-ball”, got {id}.", {
      id: shown(id),
    });
  if (!isText(chapter, 80))
    return say("chapter must be the address of a chapter, such as “momentum”, got {chapter}.", {
      chapter: shown(chapter),
    });
  if (chapter === "" && !owned.has(id))
    return say(
      "{id} names no chapter and is none of the own exercises. Add the chapter or the exercise.",
      { id: shown(id) },
    );
  if (!(Number.isInteger(edition) && Number(edition) >= 1))
    return say("edition must be a whole number from 1, got {edition}.", {
      edition: shown(edition),
    });
  if (!(typeof points === "number" && points > 0 && points <= MOST_POINTS))
    return say("points must be above 0 and at most {most}, got {points}.", {
      most: MOST_POINTS,
      points: shown(points),
    });
  return isVariant(variant)
    ? undefined
    : say("variant must be book, student, or shared with a seed from 0 below 2³², got {variant}.", {
        variant: shown(variant),
      });
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
    return [say("assignment: own must be a list of exercises, got {own}.", { own: shown(own) })];
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
          say(
            "assignment: own exercise {number} must have an id, data, a prompt and perhaps files, {most} characters at most. Add it again from its file.",
            { number: index + 1, most: LONGEST_OWN },
          ),
        ];
  });
}

/** Whether a value is a moment with its zone, in ISO 8601, that the calendar has. */
export function isMoment(value: unknown): value is string {
  if (typeof value !== "string" || !MOMENT.test(value) || !Number.isFinite(Date.parse(value)))
    return false;
  // Of a day that its month does not have, such as 30 February, JavaScript makes one of the next.
  const day = value.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
