import { overridesIn } from "#src/classroom/marks-file.ts";
import type { Override, Overrides } from "#src/classroom/table.ts";
import { say } from "#src/language/say.ts";
import { openStore, type Store } from "#src/notebook/store.ts";

/** Nothing decided yet. */
export const noMarks: Overrides = {};

/** What is decided by hand for one assignment, kept in this browser. */
export function openMarks(assignment: string): Store<Overrides> {
  return openStore({
    key: `downhill:marks:${assignment}`,
    version: 1,
    validate: overridesIn,
    name: say("comments and points"),
    otherwise: say("the table starts without them"),
  });
}

/**
 * The overrides with one more, or with one less when it says nothing.
 * @param exercise "" for the whole of the student's work
 */
export function withOverride(
  all: Overrides,
  student: string,
  exercise: string,
  { points, comment }: Override,
): Overrides {
  const said: Override = {
    ...(points !== undefined && { points }),
    ...(comment !== undefined && comment.trim() !== "" && { comment }),
  };
  const { [exercise]: _, ...others } = ownOf(all, student);
  const mine = Object.keys(said).length > 0 ? { ...others, [exercise]: said } : others;
  const { [student]: __, ...rest } = all;
  return Object.keys(mine).length > 0 ? { ...rest, [student]: mine } : rest;
}

/** What is decided for a student, whose key may be any text. */
function ownOf(all: Overrides, student: string): Readonly<Record<string, Override>> {
  return Object.hasOwn(all, student) ? (all[student] ?? {}) : {};
}

/** Both together; where both say something of the same, the second. */
export function merged(first: Overrides, second: Overrides): Overrides {
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(
    keys.map((key) => [key, { ...ownOf(first, key), ...ownOf(second, key) }]),
  );
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
