import type { Assignment } from "#src/classroom/assignment.ts";
import type { FlagKind } from "#src/classroom/flag.ts";
import type { Question } from "#src/classroom/question.ts";
import type { Cell, Cluster, Row, Standing } from "#src/classroom/table.ts";
import { LOCALE } from "#src/language/edition.ts";
import { say, sayCount } from "#src/language/say.ts";

/** Flags in two or three words, as they stand in the table; the whole sentence is one press away. */
export const FLAG_NAMES: Readonly<Record<FlagKind, string>> = {
  empty: say("empty file"),
  "too-large": say("too large"),
  truncated: say("not all there"),
  several: say("several hand-ins in one file"),
  "not-a-submission": say("no submission"),
  "future-version": say("newer version"),
  "another-assignment": say("other assignment"),
  encoding: say("saved again"),
  changed: say("changed after it was made"),
  unsealed: say("no digest"),
  "no-name": say("no name"),
  "answer-unreadable": say("answer unreadable"),
  "other-exercises": say("answers too many"),
  "assignment-changed": say("other form of the assignment"),
  edition: say("other edition"),
  clock: say("clock is off"),
  late: say("late"),
  superseded: say("handed in again"),
  "shared-number": say("one number, two names"),
  "same-answers": say("same code as another"),
  "other-numbers": say("other numbers"),
  claims: say("claims more"),
  time: say("ended at the limit of time"),
  memory: say("used too much memory"),
  ended: say("ended its worker"),
  broken: say("could not be graded"),
};

/** What stands beside the points, where they do not say it. */
export const SIGNS: Readonly<Record<Standing, string>> = {
  right: "",
  partly: "",
  wrong: "",
  stopped: "!",
  blank: "–",
  broken: "?",
};

export const STANDINGS: Readonly<Record<Standing, string>> = {
  right: say("right"),
  partly: say("partly right"),
  wrong: say("wrong"),
  stopped: say("does not run"),
  blank: say("not answered"),
  broken: say("could not be graded"),
};

/** Points and sums as they are shown, two digits at most: "2.5". */
export const points = (value: number) => String(Number(value.toFixed(2)));

/** A share as it is shown: "67 %". */
export const percent = (share: number) => `${Math.round(100 * share)} %`;

/** What a cell of the table shows: "2.5", "0 !", "–", "?", and "3 *" where a hand decided. */
export function cellText({ points: known, standing, override }: Cell): string {
  const hand = override?.points !== undefined;
  const value = known === undefined ? "" : points(known);
  const sign = SIGNS[standing];
  const text = standing === "blank" && !hand ? sign : [value, hand ? "" : sign].join(" ").trim();
  return `${text || sign}${hand ? " *" : ""}`;
}

/** All of a cell in a sentence, for who hears the table. */
export function cellWords(
  { student }: Row,
  title: string,
  { points: known, standing, override }: Cell,
  most: number,
): string {
  const worth =
    known === undefined
      ? say("points not known")
      : say("{points} of {most}", { points: points(known), most: points(most) });
  const hand = override?.points === undefined ? "" : say(", decided by hand");
  return `${nameOf(student)}, ${title}: ${STANDINGS[standing]}, ${worth}${hand}${override?.comment ? say(", with a comment") : ""}`;
}

/** What a student is called: the name, else the number. */
export const nameOf = ({ name, number }: Row["student"]) => name || number;

/** A moment of a student's clock: "28 Nov 2026, 14:05"; nothing when it is not known. */
export function moment(at: number): string {
  return Number.isFinite(at)
    ? new Date(at).toLocaleString(LOCALE, {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
      })
    : "";
}

/** "6 exercises, 20 points, due 28 Nov 2026, 14:05". */
export function assignmentLine({ exercises, due }: Assignment, full: number): string {
  const parts = [
    sayCount({ one: "{count} exercise", other: "{count} exercises" }, exercises.length),
    sayCount({ one: "{count} point", other: "{count} points" }, Number(points(full))),
  ];
  return [
    ...parts,
    ...(due === undefined ? [] : [say("due {moment}", { moment: moment(Date.parse(due)) })]),
  ].join(", ");
}

/** A cluster as it is told. HTML only where it comes from the book. */
export type ClusterWords = { readonly html: string } | { readonly text: string };

/** What the answers of a cluster have in common: the feedback of the mistake, else what happened. */
export function clusterWords(
  { name, mistakes }: Cluster,
  question: Question | undefined,
): ClusterWords {
  const feedback = question?.feedback ?? {};
  const told = mistakes.flatMap((mistake) =>
    Object.hasOwn(feedback, mistake) ? (feedback[mistake] ?? []) : [],
  );
  if (told.length > 0) return { html: told.join(" ") };
  const [kind = "", ...rest] = name.split(" ");
  const what = rest.join(" ");
  switch (kind) {
    case "answer":
      return { text: say("Answered {answer}.", { answer: answered(what) }) };
    case "case":
      return { text: say("Fails on the same case: {case}", { case: what }) };
    case "error":
      return {
        text: say("Could not be judged: {reason}", { reason: what.replace(/^\w+: /, "") }),
      };
    default:
      return { text: name };
  }
}

/** "0: 12" is a single box, and "0: 12, 2: 5" are the first and the third. */
function answered(what: string): string {
  const boxes = what.split(", ").map((part) => /^(\d+): (.*)$/.exec(part));
  if (boxes.some((box) => box === null)) return `“${what}”`;
  const told = boxes.map((box) => [Number(box?.[1]) + 1, box?.[2] || say("nothing")] as const);
  return told.map(([box, text]) => say("“{text}” in part {part}", { text, part: box })).join(", ");
}
