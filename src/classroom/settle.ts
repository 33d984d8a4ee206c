import { say } from "#src/language/say.ts";
import type { Flag } from "./flag.ts";
import type { Result } from "./result.ts";
import { studentKey } from "./student.ts";

/** A result among those of its class. */
export interface Settled extends Result {
  /** Whether it is the one that counts for its student: the last in time that could be graded. */
  readonly counts: boolean;
}

/** Attempts at the very same milliseconds from which on two timelines are one. */
const SAME_ATTEMPTS = 3;

/**
 * What only the whole class shows: which hand-in of each student counts, and who handed in the same.
 * The order of the results makes no difference, so parts that were graded apart can be put together.
 */
export function settle(results: readonly Result[]): readonly Settled[] {
  const sorted = [...results].sort(
    (one, other) =>
      compare(one.key, other.key) ||
      (Date.parse(one.made) || 0) - (Date.parse(other.made) || 0) ||
      compare(one.file, other.file),
  );
  const last = new Map<string, Result>();
  const all = new Map<string, Result[]>();
  for (const one of sorted) {
    if (one.state !== "graded") continue;
    last.set(one.key, one);
    all.set(one.key, [...(all.get(one.key) ?? []), one]);
  }
  const alike = sameAnswers([...last.values()]);
  return sorted.map((one) => {
    const counting = last.get(one.key);
    const counts = counting === one;
    const flags: readonly Flag[] = [
      ...(counting && !counts && one.state === "graded" ? [supersededBy(counting, one)] : []),
      ...(counts ? replacedBy(one, all.get(one.key) ?? []) : []),
      ...(alike.get(one) ?? []),
    ];
    return { ...one, counts, flags: [...one.flags, ...flags] };
  });
}

function supersededBy(counting: Result, one: Result): Flag {
  const words = sameName(counting, one)
    ? say("The same student handed in later ({file}), and that counts.", { file: counting.file })
    : say(
        "“{name}” handed in later under the same number {number} ({file}), and only that counts. If they are two students, one of them wrote a wrong number: ask both, let that one hand in again under the right number, and grade again.",
        {
          name: counting.student.name,
          number: counting.student.number || counting.key,
          file: counting.file,
        },
      );
  return { kind: "superseded", words };
}

/**
 * What is said at the hand-in that counts of those that it replaces: only it is in the table, and
 * another student's work must not be lost without a word. A second hand-in under the same number and
 * name is nothing out of the ordinary.
 */
function replacedBy(counting: Result, sameKey: readonly Result[]): readonly Flag[] {
  const { student, key, file } = counting;
  const others = sameKey.filter((one) => one !== counting);
  const strangers = others.filter((one) => !sameName(counting, one));
  const flags = strangers.map(
    (other): Flag => ({
      kind: "shared-number",
      words: say(
        "Two names share the number {number}: “{name}” ({file}, which counts) and “{other}” ({otherFile}, which then counts for nobody). If they are two students, one of them wrote a wrong number: ask both, let that one hand in again under the right number, and grade again.",
        {
          number: student.number || key,
          name: student.name,
          file,
          other: other.student.name,
          otherFile: other.file,
        },
      ),
    }),
  );
  const namesakes = others.filter(
    (one) => student.number === "" && sameName(counting, one) && !sameWork(counting, one),
  );
  return namesakes.length === 0
    ? flags
    : [
        ...flags,
        {
          kind: "superseded",
          words: say(
            "Another file under the same name and without a number does not count, because this one was made later: {files}. Most likely the student handed in again; if two students have this name, let them hand in with a number.",
            { files: namesakes.map((one) => one.file).join(", ") },
          ),
        },
      ];
}

/** Whether two hand-ins may be of one name: one that has none contradicts no other. */
function sameName(one: Result, other: Result): boolean {
  const [mine, theirs] = [one, other].map(({ student: { name } }) =>
    studentKey({ name, number: "" }),
  );
  return mine === theirs || mine === "" || theirs === "";
}

/** Whether one hand-in goes on from the other: an attempt of the same millisecond is in both. */
function sameWork(one: Result, other: Result): boolean {
  const times = new Set(one.marks.flatMap(({ attempts }) => attempts.map(({ at }) => at)));
  return other.marks.some(({ attempts }) => attempts.some(({ at }) => times.has(at)));
}

/** The notices of students whose code is the same, or whose timeline is. */
function sameAnswers(results: readonly Result[]): ReadonlyMap<Result, readonly Flag[]> {
  const groups = new Map<string, { readonly result: Result; readonly exercise: string }[]>();
  for (const result of results)
    for (const { exercise, fingerprint } of result.marks) {
      if (fingerprint === undefined) continue;
      const name = `${exercise} ${fingerprint}`;
      const group = groups.get(name) ?? [];
      groups.set(name, group);
      group.push({ result, exercise });
    }
  const shared = new Map<Result, Map<string, string[]>>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const { result, exercise } of group) {
      const others = group.filter((one) => one.result !== result).map((one) => nameOf(one.result));
      const told =
        others.length > 3
          ? say("{names} and {number} more", {
              names: others.slice(0, 3).join(", "),
              number: others.length - 3,
            })
          : others.join(", ");
      const mine = shared.get(result) ?? new Map<string, string[]>();
      shared.set(result, mine);
      mine.set(told, [...(mine.get(told) ?? []), exercise]);
    }
  }
  const lines = sameTimeLines(results);
  return new Map(
    results.map((result) => [
      result,
      [
        ...(lines.get(result) ?? []),
        ...[...(shared.get(result) ?? [])].map(
          ([others, exercises]): Flag => ({
            kind: "same-answers",
            words: say(
              "The code of {exercises} is the same as that of {others}, but for names and layout. Short functions can agree by chance; have a look.",
              { exercises: exercises.join(", "), others },
            ),
            ...(exercises.length === 1 && { exercise: exercises[0] as string }),
          }),
        ),
      ],
    ]),
  );
}

function sameTimeLines(results: readonly Result[]): ReadonlyMap<Result, readonly Flag[]> {
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    const times = result.marks.flatMap(({ attempts }) => attempts.map(({ at }) => at));
    if (times.length < SAME_ATTEMPTS) continue;
    const line = times.join(" ");
    groups.set(line, [...(groups.get(line) ?? []), result]);
  }
  const flags = new Map<Result, readonly Flag[]>();
  for (const group of groups.values())
    for (const result of group) {
      const others = group.filter((one) => one !== result).map(nameOf);
      if (others.length > 0)
        flags.set(result, [
          {
            kind: "same-answers",
            words: say(
              "All attempts were made in the same milliseconds as those of {names}: it is one file under several names. Ask them.",
              { names: others.slice(0, 3).join(", ") },
            ),
          },
        ]);
    }
  return flags;
}

const nameOf = ({ student }: Result) =>
  [student.name, student.number && `(${student.number})`].filter(Boolean).join(" ");

/** By code units, so that the order is the same on every machine. */
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
