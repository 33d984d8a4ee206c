import type { KeptAnswer } from "#src/grading/progress.ts";
import { say } from "#src/language/say.ts";
import { digestOf } from "./canonical.ts";
import { decode } from "./decode.ts";
import type { Flag } from "./flag.ts";
import { isRecord, isText, shown } from "./foreign.ts";
import { isMoment } from "./read-assignment.ts";
import {
  type Attempted,
  type HandedAnswer,
  MOST_ATTEMPTS,
  SUBMISSION_FORMAT,
  SUBMISSION_VERSION,
  type Submission,
} from "./submission.ts";
import { blocksIn, fromBlock } from "./text-block.ts";

/** What a file turned out to be. Nothing in it is believed but the answers. */
export type Received =
  | {
      readonly kind: "submission";
      readonly submission: Submission;
      readonly flags: readonly Flag[];
    }
  | { readonly kind: "unreadable"; readonly flag: Flag };

const MOST_ANSWERS = 500;
const MOST_PARTS = 500;
const LONGEST_PART = 2000;
/** Most characters of an answer in code. */
const LONGEST_CODE = 100_000;
const LONGEST_NAME = 200;

/** What other files of this book are. */
const OTHERS: Readonly<Record<string, string>> = {
  "downhill-work": say(
    "This is a save of all work, from the page “My work”, not a submission. Ask the student to open the assignment and to hand in there.",
  ),
  "downhill-assignment": say(
    "This is the assignment itself, not a submission. Ask the student for the file that “Hand in” saved.",
  ),
};

/**
 * Reads what a student handed in: the bytes of a file, or a text that has the block of a mail in it. Of
 * several blocks the first is read, and said.
 * Whatever can be read of it is kept, and what cannot is said in words for the teacher.
 */
export async function readSubmission(file: Uint8Array | string): Promise<Received> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const decoded = decode(bytes);
  if (decoded.kind === "none") return { kind: "unreadable", flag: decoded.flag };
  const blocks = blocksIn(decoded.text);
  const block = blocks[0] === undefined ? undefined : fromBlock(blocks[0]);
  const cut = say(
    "The file ends in the middle: a part of it is missing. Ask the student to hand in again.",
  );
  const more = otherBlocks(blocks.length);
  if (block === "cut")
    return unreadable("truncated", [cut, ...more.map(({ words }) => words)].join(" "));
  // A form feed or the mark of an encoding before the first brace does no harm.
  const text = (block?.text ?? decoded.text).replace(/^\uFEFF/, "").trim();
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return text.startsWith("{") && text.includes(`"${SUBMISSION_FORMAT}"`)
      ? unreadable(
          "truncated",
          text.endsWith("}")
            ? say(
                "The file was changed and can no longer be read: it is no JSON. Ask the student to hand in again.",
              )
            : cut,
        )
      : unreadable(
          "not-a-submission",
          say(
            "This is not a submission: it begins with {start}. Ask the student for the file that “Hand in” saved.",
            { start: shown(text.slice(0, 40)) },
          ),
        );
  }
  return received(data, [...decoded.flags, ...more]);
}

/** What is said of the blocks behind the first, which would be lost without a word. */
function otherBlocks(count: number): readonly Flag[] {
  if (count < 2) return [];
  return [
    {
      kind: "several",
      words: say(
        "The file holds {count} hand-ins, and only the first was graded. Save each of the others as a file of its own and add it, or paste the whole text on the page.",
        { count },
      ),
    },
  ];
}

async function received(data: unknown, before: readonly Flag[]): Promise<Received> {
  const { format, version } = isRecord(data) ? data : {};
  if (!isRecord(data) || format !== SUBMISSION_FORMAT) {
    const other = typeof format === "string" && Object.hasOwn(OTHERS, format) && OTHERS[format];
    return unreadable(
      "not-a-submission",
      other ||
        say(
          "This is a file of data, but not a submission. Ask the student for the file that “Hand in” saved.",
        ),
    );
  }
  if (version !== SUBMISSION_VERSION)
    return unreadable(
      "future-version",
      say(
        "This submission is of version {version}; this edition of the book reads version {known}. Grade it with the edition that the student used.",
        { version: shown(version), known: SUBMISSION_VERSION },
      ),
    );
  const { digest, ...open } = data;
  const flags = [...before];
  if (digest === "" || digest === undefined)
    flags.push({
      kind: "unsealed",
      words: say(
        "The file has no digest, so nothing tells whether it was changed after it was made. Pages that come without https make none.",
      ),
    });
  else if (!(await isWhole(open, digest)))
    flags.push({
      kind: "changed",
      words: say(
        "The file was changed after the page had made it: its digest does not fit what is in it. The answers were graded as they stand. Ask the student about it.",
      ),
    });
  const submission = shaped(data, flags);
  return { kind: "submission", submission, flags };
}

/** Whether a digest is that of the data. What is nested too deeply to be written was not made by the page. */
async function isWhole(open: object, digest: unknown): Promise<boolean> {
  try {
    const own = await digestOf(open);
    return own === undefined || own === digest;
  } catch {
    return false;
  }
}

/** The fields of a submission, with what does not fit left out and flagged. */
function shaped(data: Readonly<Record<string, unknown>>, flags: Flag[]): Submission {
  const { assignment, student, answers, edition, made, digest } = data;
  const from = isRecord(assignment) ? assignment : {};
  const who = isRecord(student) ? student : {};
  const textOf = (value: unknown) => (isText(value, LONGEST_NAME) ? value : "");
  const name = textOf(who["name"]).trim();
  const number = textOf(who["number"]).trim();
  if (name === "" && number === "")
    flags.push({
      kind: "no-name",
      words: say(
        "The file does not say who handed it in. It was graded under the name of the file. Ask who it belongs to.",
      ),
    });
  if (!isMoment(made))
    flags.push({
      kind: "clock",
      words: say(
        "When it was made cannot be read ({moment}), so whether it was late cannot be told.",
        { moment: shown(made) },
      ),
    });
  return {
    format: SUBMISSION_FORMAT,
    version: SUBMISSION_VERSION,
    assignment: { id: textOf(from["id"]), digest: textOf(from["digest"]) },
    student: { name, number },
    answers: answersOf(answers, flags),
    edition: textOf(edition),
    made: isMoment(made) ? made : "",
    digest: textOf(digest),
  };
}

function answersOf(data: unknown, flags: Flag[]): readonly HandedAnswer[] {
  if (!Array.isArray(data)) {
    flags.push({
      kind: "answer-unreadable",
      words: say("The file has no list of answers. Ask the student to hand in again."),
    });
    return [];
  }
  const taken = new Map<string, HandedAnswer>();
  for (const one of data.slice(0, MOST_ANSWERS) as unknown[]) {
    const id = isRecord(one) && isText(one["exercise"], 80) ? one["exercise"] : undefined;
    const unreadable = (words: string) =>
      flags.push({
        kind: "answer-unreadable",
        words,
        ...(id !== undefined && { exercise: id }),
      });
    if (!isRecord(one) || id === undefined)
      unreadable(
        say("An answer does not say which exercise it is for. Ask the student to hand in again."),
      );
    else if (taken.has(id))
      unreadable(
        say(
          "The answer to {exercise} is there twice; the first was graded. Ask the student to hand in again.",
          { exercise: id },
        ),
      );
    else {
      const { answer, variant, attempts, hints } = one;
      if (answer !== undefined && !isAnswer(answer))
        unreadable(
          say(
            "The answer to {exercise} cannot be read, or is longer than any answer; it counts as not answered. Ask the student to hand in again.",
            { exercise: id },
          ),
        );
      taken.set(id, {
        exercise: id,
        ...(isAnswer(answer) && { answer }),
        ...(isText(variant, 40) && variant !== "" && { variant }),
        attempts: Array.isArray(attempts)
          ? attempts.slice(0, MOST_ATTEMPTS).flatMap(attempted)
          : [],
        hints: Number.isInteger(hints) && Number(hints) >= 0 ? Math.min(Number(hints), 99) : 0,
      });
    }
  }
  if (data.length > MOST_ANSWERS)
    flags.push({
      kind: "answer-unreadable",
      words: say("The file has {number} answers; only the first {most} were looked at.", {
        number: data.length,
        most: MOST_ANSWERS,
      }),
    });
  return [...taken.values()];
}

function attempted(data: unknown): readonly Attempted[] {
  if (!isRecord(data)) return [];
  const { at, credit } = data;
  return typeof at === "number" && Number.isFinite(at) && typeof credit === "number"
    ? [{ at, credit: Math.min(1, Math.max(0, credit)) || 0 }]
    : [];
}

function isAnswer(data: unknown): data is KeptAnswer {
  if (typeof data === "string") return data.length <= LONGEST_CODE;
  return (
    Array.isArray(data) &&
    data.length <= MOST_PARTS &&
    (data.every((part) => isText(part, LONGEST_PART)) ||
      data.every((part) => typeof part === "number" && Number.isFinite(part)))
  );
}

function unreadable(kind: Flag["kind"], words: string): Received {
  return { kind: "unreadable", flag: { kind, words } };
}
