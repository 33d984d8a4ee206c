import type { Assignment } from "#src/classroom/assignment.ts";
import type { FlagKind } from "#src/classroom/flag.ts";
import type { Question } from "#src/classroom/question.ts";
import type { Cell, Cluster, Row, Standing } from "#src/classroom/table.ts";

/** Flags in two or three words, as they stand in the table; the whole sentence is one press away. */
export const FLAG_NAMES: Readonly<Record<FlagKind, string>> = {
  empty: "empty file",
  "too-large": "too large",
  truncated: "not all there",
  "not-a-submission": "no submission",
  "future-version": "newer version",
  "another-assignment": "other assignment",
  encoding: "saved again",
  changed: "changed after it was made",
  unsealed: "no digest",
  "no-name": "no name",
  "answer-unreadable": "answer unreadable",
  "other-exercises": "answers too many",
  "assignment-changed": "other form of the assignment",
  edition: "other edition",
  clock: "clock is off",
  late: "late",
  superseded: "handed in again",
  "same-answers": "same code as another",
  "other-numbers": "other numbers",
  claims: "claims more",
  time: "ended at the limit of time",
  memory: "used too much memory",
  ended: "ended its worker",
  broken: "could not be graded",
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
  right: "right",
  partly: "partly right",
  wrong: "wrong",
  stopped: "does not run",
  blank: "not answered",
  broken: "could not be graded",
};

/** Points and sums as they are shown, two digits at most: "2.5". */
export const points = (value: number) => String(Number(value.toFixed(2)));

/** A share as it is shown: "67 %". */
export const percent = (share: number) => `${Math.round(100 * share)} %`;

/** "1 file", "3 files". */
export const counted = (count: number, one: string, several = `${one}s`) =>
  `${count} ${count === 1 ? one : several}`;

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
  const worth = known === undefined ? "points not known" : `${points(known)} of ${points(most)}`;
  const hand = override?.points === undefined ? "" : ", decided by hand";
  return `${nameOf(student)}, ${title}: ${STANDINGS[standing]}, ${worth}${hand}${override?.comment ? ", with a comment" : ""}`;
}

/** What a student is called: the name, else the number. */
export const nameOf = ({ name, number }: Row["student"]) => name || number;

/** A moment of a student's clock: "28 Nov 2026, 14:05"; nothing when it is not known. */
export function moment(at: number): string {
  return Number.isFinite(at)
    ? new Date(at).toLocaleString("en-GB", {
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
  const parts = [counted(exercises.length, "exercise"), counted(Number(points(full)), "point")];
  return [...parts, ...(due === undefined ? [] : [`due ${moment(Date.parse(due))}`])].join(", ");
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
      return { text: `Answered ${answered(what)}.` };
    case "case":
      return { text: `Fails on the same case: ${what}` };
    case "error":
      return { text: `Could not be judged: ${what.replace(/^\w+: /, "")}` };
    default:
      return { text: name };
  }
}

/** "0: 12" is a single box, and "0: 12, 2: 5" are the first and the third. */
function answered(what: string): string {
  const boxes = what.split(", ").map((part) => /^(\d+): (.*)$/.exec(part));
  if (boxes.some((box) => box === null)) return `“${what}”`;
  const told = boxes.map((box) => [Number(box?.[1]) + 1, box?.[2] || "nothing"] as const);
  return told.map(([box, text]) => `“${text}” in part ${box}`).join(", ");
}
