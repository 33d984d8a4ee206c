import { isRecord } from "#src/classroom/foreign.ts";
import { LONGEST_COMMENT, leftWords, type Sound, soundIn } from "#src/classroom/marks-file.ts";
import type { Override, Overrides } from "#src/classroom/table.ts";
import { say } from "#src/language/say.ts";
import { type KeyValueStorage, openStore } from "#src/notebook/store.ts";

/** What is said of one exercise of a student; nothing takes back what was. */
export interface Change {
  readonly points?: number | undefined;
  readonly comment?: string | undefined;
}

/** Nothing decided yet. */
export const noMarks: Overrides = {};

/** Shape of what is kept. */
const VERSION = 1;

/** What is decided by hand for one assignment, kept in this browser. */
export interface KeptMarks {
  /** What is kept, as far as it can be read, and what is wrong with the rest. */
  read(): { readonly value?: Overrides; readonly problem?: string };
  /**
   * Keeps what is decided, together with what other tabs have decided since this one last read or
   * wrote. Returns both together, with which the table goes on, and what stood in the way.
   */
  write(marks: Overrides): { readonly marks: Overrides; readonly problem?: string };
}

/** Opens what is kept for an assignment. @param storage default: that of the browser */
export function openMarks(assignment: string, storage?: KeyValueStorage): KeptMarks {
  /** What this tab has last read or written. */
  let known = noMarks;
  /** What is being written. */
  let together = noMarks;
  const store = openStore<Overrides>({
    key: `downhill:marks:${assignment}`,
    version: VERSION,
    // A save that is not all sound is set aside as it is, before what is sound of it goes on.
    validate(data) {
      const sound = soundIn(data);
      return sound?.left === 0 ? sound.marks : undefined;
    },
    name: say("comments and points"),
    otherwise: say("the table starts with what can be read of them"),
    reconcile(theirs = noMarks, ours = noMarks) {
      together = united(known, theirs, ours);
      return orNothing(together);
    },
    ...(storage && { storage }),
  });

  function write(marks: Overrides) {
    together = marks;
    const problem = store.write(orNothing(marks));
    if (problem !== undefined) return { marks, problem };
    known = together;
    return { marks: together };
  }

  return {
    read() {
      const { value, problem, raw } = store.read();
      known = value ?? noMarks;
      if (problem === undefined) return { value: known };
      const sound = raw === undefined ? undefined : soundInSave(raw);
      if (!sound || sound.taken === 0) return { problem };
      const { marks } = write(sound.marks);
      return { value: marks, problem: `${problem} ${leftWords(sound.left)}` };
    },
    write,
  };
}

const orNothing = (marks: Overrides) => (Object.keys(marks).length > 0 ? marks : undefined);

/** What is sound of a save as it stands in the storage. */
function soundInSave(raw: string): Sound | undefined {
  try {
    const save: unknown = JSON.parse(raw);
    return isRecord(save) && save["version"] === VERSION ? soundIn(save["value"]) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Two states that were made of one, `base`, together: of each comment, and of each number of points,
 * ours where we have changed it since, else theirs. What one has deleted does not come back.
 */
export function united(base: Overrides, theirs: Overrides, ours: Overrides): Overrides {
  const students = keysOf(theirs, ours).map((student) => {
    const exercises = keysOf(ownOf(theirs, student), ownOf(ours, student)).map((exercise) => {
      const [was, there, now] = [base, theirs, ours].map((one) => decided(one, student, exercise));
      const change: Change = {
        points: now?.points === was?.points ? there?.points : now?.points,
        comment: now?.comment === was?.comment ? there?.comment : now?.comment,
      };
      return [exercise, overrideOf(change)] as const;
    });
    return [student, withoutEmpty(exercises)] as const;
  });
  return withoutEmpty(students);
}

/** The record of those of the entries that say something. */
const withoutEmpty = <T extends object>(entries: readonly (readonly [string, T])[]) =>
  Object.fromEntries(entries.filter(([, one]) => Object.keys(one).length > 0));

const keysOf = (...records: readonly object[]) => [...new Set(records.flatMap(Object.keys))];

/**
 * The overrides with one more, or with one less when it says nothing.
 * @param exercise "" for the whole of the student's work
 */
export function withOverride(
  all: Overrides,
  student: string,
  exercise: string,
  change: Change,
): Overrides {
  const said = overrideOf(change);
  const { [exercise]: _, ...others } = ownOf(all, student);
  const mine = Object.keys(said).length > 0 ? { ...others, [exercise]: said } : others;
  const { [student]: __, ...rest } = all;
  return Object.keys(mine).length > 0 ? { ...rest, [student]: mine } : rest;
}

/** What is kept of what is said: no blank comment, and none that could not be read again. */
function overrideOf({ points, comment }: Change): Override {
  return {
    ...(points !== undefined && { points }),
    ...(comment !== undefined &&
      comment.trim() !== "" && { comment: comment.slice(0, LONGEST_COMMENT) }),
  };
}

/** What is decided for a student, whose key may be any text. */
function ownOf(all: Overrides, student: string): Readonly<Record<string, Override>> {
  return Object.hasOwn(all, student) ? (all[student] ?? {}) : {};
}

/** What is decided on one exercise of a student; nothing where nothing is. */
export function decided(all: Overrides, student: string, exercise: string): Override {
  const own = ownOf(all, student);
  return Object.hasOwn(own, exercise) ? (own[exercise] ?? {}) : {};
}

/** Both together; where both say something of the same, the second. */
export function merged(first: Overrides, second: Overrides): Overrides {
  return united(noMarks, first, second);
}

/** Points that a teacher typed, or what is wrong with them. An empty field decides nothing. */
export function pointsIn(
  text: string,
  most: number,
): { readonly points: number | undefined } | { readonly problem: string } {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return { points: undefined };
  const points = /^\d+(?:\.\d+)?$|^\.\d+$/.test(plain) ? Number(plain) : Number.NaN;
  if (points >= 0 && points <= most) return { points };
  return {
    problem: say(
      "Points must be a number from 0 to {most}, got “{text}”. Empty the field to go back to what was computed.",
      { most, text: text.trim().slice(0, 20) },
    ),
  };
}
