import { describe, expect, it } from "vitest";
import { canonical } from "#src/classroom/canonical.ts";
import { type Received, readSubmission } from "#src/classroom/read-submission.ts";
import {
  type Submission,
  sealed,
  submissionName,
  submissionText,
} from "#src/classroom/submission.ts";
import { toBlock } from "#src/classroom/text-block.ts";

const submission = await sealed({
  assignment: { id: "week-3", digest: "" },
  student: { name: "Chloé Díaz", number: "s1" },
  answers: [
    {
      exercise: "ten-steps",
      answer: ["1", "2"],
      variant: "1.abc.1",
      attempts: [{ at: 5, credit: 0.5 }],
      hints: 1,
    },
    { exercise: "heavy-ball", answer: "export const f = 1;", attempts: [], hints: 0 },
    { exercise: "whose-maximum", attempts: [], hints: 0 },
  ],
  edition: "0.1.0",
  made: "2026-12-01T10:00:00.000Z",
});
const text = submissionText(submission);
const bytes = (content: string) => new TextEncoder().encode(content);
const latin = (content: string) => Uint8Array.from(content, (one) => one.charCodeAt(0));
const wide = (content: string) =>
  new Uint8Array(Uint16Array.from(content, (one) => one.charCodeAt(0)).buffer);
const changed = (change: object) => JSON.stringify({ ...submission, ...change });
const flagsOf = (received: Received) =>
  received.kind === "submission" ? received.flags : [received.flag];

describe("a submission", () => {
  it("comes back from its file as it was", async () => {
    expect(await readSubmission(bytes(text))).toEqual({
      kind: "submission",
      submission,
      flags: [],
    });
  });

  it("says of a text with several blocks that only the first is read, and of which there are more", async () => {
    const other = toBlock(changed({ student: { name: "Bo", number: "s2" } }), "Answers of Bo");
    const mine = toBlock(text, "Answers of Chloé");
    const received = await readSubmission(bytes(`${mine}\n${other}\n${other}`));
    expect(received).toMatchObject({ kind: "submission", submission });
    const more =
      "The file holds 2 hand-ins, and only the first was graded. Save each of the others as a file of its own and add it, or paste the whole text on the page.";
    expect(flagsOf(received).map(({ words }) => words)).toEqual([more]);
    const cut = await readSubmission(bytes(`${mine.slice(0, 400)}\n${other}`));
    expect(flagsOf(cut).map(({ words }) => words)).toEqual([
      `The file ends in the middle: a part of it is missing. Ask the student to hand in again. ${more}`,
    ]);
  });

  it("that is quoted below itself, as replies do, is one", async () => {
    const block = toBlock(text, "Answers of Chloé");
    const received = await readSubmission(`${block}\n\n${block.replace(/^/gm, "> ")}`);
    expect(flagsOf(received)).toEqual([]);
  });

  it("comes back from a mail that quoted, indented and broke its block", async () => {
    const block = toBlock(text, "Answers of Chloé");
    const quoted = block
      .replace(/(.{40})/g, "$1\r\n>  ")
      .replace(/^/gm, "> ")
      .replaceAll("\n", "\r\n");
    // The marks themselves are whole lines of less than 40 signs.
    const mail = `Dear teacher,\r\n${quoted}`;
    expect(await readSubmission(mail)).toEqual({ kind: "submission", submission, flags: [] });
  });

  it("is read after an editor saved it with a mark, in UTF-16 or in Latin-1, and that is said", async () => {
    expect(await readSubmission(bytes(`\uFEFF${text}`))).toEqual({
      kind: "submission",
      submission,
      flags: [],
    });
    for (const file of [wide(`\uFEFF${text}`), wide(text)])
      expect(await readSubmission(file)).toEqual({
        kind: "submission",
        submission,
        flags: [
          {
            kind: "encoding",
            words:
              "The file was saved again by another program: it was in UTF-16, as some editors save it, and was read as that.",
          },
        ],
      });
    expect(await readSubmission(latin(text))).toEqual({
      kind: "submission",
      submission,
      flags: [
        {
          kind: "encoding",
          words:
            "The file was saved again by another program: it was in an old encoding (Latin-1) and was read as that; letters with accents may be wrong.",
        },
      ],
    });
  });

  it("has a plain name for its file", () => {
    const assignment = { id: "week-3", title: "Week 3: momentum" };
    expect(submissionName(submission, assignment)).toBe("Week-3-momentum-s1-2026-12-01.json");
    const student = { name: "../Zoë Çelik", number: "" };
    expect(submissionName({ ...submission, student }, { id: "week-3", title: "???" })).toBe(
      "week-3-Zoe-Celik-2026-12-01.json",
    );
  });
});

describe("what is no submission", () => {
  it.each<[name: string, file: Uint8Array | string, kind: string, words: string]>([
    [
      "an empty file",
      bytes(" \n"),
      "empty",
      "The file is empty. Ask the student to hand in again.",
    ],
    [
      "half a file",
      bytes(text.slice(0, 200)),
      "truncated",
      "The file ends in the middle: a part of it is missing. Ask the student to hand in again.",
    ],
    [
      "half a block",
      toBlock(text, "x").slice(0, 400),
      "truncated",
      "The file ends in the middle: a part of it is missing. Ask the student to hand in again.",
    ],
    [
      "a file with a comma too many",
      bytes(text.replace(/\n}\n$/, ",\n}")),
      "truncated",
      "The file was changed and can no longer be read: it is no JSON. Ask the student to hand in again.",
    ],
    [
      "50 MB",
      new Uint8Array(50 * 1024 * 1024).fill(65),
      "too-large",
      "The file has 50 MB, and a submission has at most 8. It was not read. Ask the student to hand in again.",
    ],
    [
      "a PDF",
      latin("%PDF-1.7\n\u00e2\u00e3"),
      "not-a-submission",
      "This is a PDF, not a submission. Ask the student for the file that “Hand in” saved.",
    ],
    [
      "a document",
      latin("PK\u0003\u0004\u0014"),
      "not-a-submission",
      "This is a ZIP archive or a document of a word processor, not a submission. Ask the student for the file that “Hand in” saved.",
    ],
    [
      "prose",
      bytes("My answer is 3."),
      "not-a-submission",
      "This is not a submission: it begins with “My answer is 3.”. Ask the student for the file that “Hand in” saved.",
    ],
    [
      "other data",
      bytes("[1, 2]"),
      "not-a-submission",
      "This is a file of data, but not a submission. Ask the student for the file that “Hand in” saved.",
    ],
    [
      "a save of all work",
      bytes('{"format":"downhill-work"}'),
      "not-a-submission",
      "This is a save of all work, from the page “My work”, not a submission. Ask the student to open the assignment and to hand in there.",
    ],
    [
      "the assignment",
      bytes('{"format":"downhill-assignment"}'),
      "not-a-submission",
      "This is the assignment itself, not a submission. Ask the student for the file that “Hand in” saved.",
    ],
    [
      "a later version",
      bytes(changed({ version: 2 })),
      "future-version",
      "This submission is of version 2; this edition of the book reads version 1. Grade it with the edition that the student used.",
    ],
  ])("%s is told from one, and the teacher what to do", async (_, file, kind, words) => {
    expect(await readSubmission(file)).toEqual({ kind: "unreadable", flag: { kind, words } });
  });

  it("a text nested without end breaks nothing", async () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const received = await readSubmission(
      bytes(text.replace('"answers"', `"more": ${deep}, "answers"`)),
    );
    expect(flagsOf(received).map(({ kind }) => kind)).toEqual(["changed"]);
  });
});

describe("a submission that was changed", () => {
  it("says so by its digest, and keeps its answers", async () => {
    const answers = submission.answers.with(0, {
      ...(submission.answers[0] as Submission["answers"][0]),
      answer: ["9"],
    });
    const received = await readSubmission(changed({ answers }));
    expect(flagsOf(received)).toEqual([
      {
        kind: "changed",
        words:
          "The file was changed after the page had made it: its digest does not fit what is in it. The answers were graded as they stand. Ask the student about it.",
      },
    ]);
    expect(received).toMatchObject({ submission: { answers } });
  });

  it("is not noticed for another order of fields, which changes nothing", async () => {
    const reversed = Object.fromEntries(Object.entries(submission).reverse());
    expect(flagsOf(await readSubmission(JSON.stringify(reversed)))).toEqual([]);
    expect(canonical(reversed)).toBe(canonical(submission));
  });

  it("has no digest where the page could make none, which is said", async () => {
    expect(flagsOf(await readSubmission(changed({ digest: "" })))).toEqual([
      {
        kind: "unsealed",
        words:
          "The file has no digest, so nothing tells whether it was changed after it was made. Pages that come without https make none.",
      },
    ]);
  });

  it.each<[name: string, change: object, words: string]>([
    [
      "no name",
      { student: { name: " " } },
      "The file does not say who handed it in. It was graded under the name of the file. Ask who it belongs to.",
    ],
    [
      "no time",
      { made: "yesterday" },
      "When it was made cannot be read (“yesterday”), so whether it was late cannot be told.",
    ],
    [
      "no answers",
      { answers: 3 },
      "The file has no list of answers. Ask the student to hand in again.",
    ],
    [
      "an answer of nothing",
      { answers: [7] },
      "An answer does not say which exercise it is for. Ask the student to hand in again.",
    ],
    [
      "an answer twice",
      { answers: [submission.answers[1], submission.answers[1]] },
      "The answer to heavy-ball is there twice; the first was graded. Ask the student to hand in again.",
    ],
    [
      "an answer of a megabyte",
      { answers: [{ exercise: "heavy-ball", answer: "x".repeat(1e6) }] },
      "The answer to heavy-ball cannot be read, or is longer than any answer; it counts as not answered. Ask the student to hand in again.",
    ],
    [
      "an answer of records",
      { answers: [{ exercise: "ten-steps", answer: [{}] }] },
      "The answer to ten-steps cannot be read, or is longer than any answer; it counts as not answered. Ask the student to hand in again.",
    ],
  ])("with %s keeps the rest and says what is missing", async (_, change, words) => {
    expect(flagsOf(await readSubmission(changed(change))).map((flag) => flag.words)).toContain(
      words,
    );
  });

  it("cannot bring in what attempts cannot be", async () => {
    const answers = [
      {
        exercise: "a",
        attempts: [{ at: 1, credit: 9 }, { at: "x", credit: 1 }, { at: 2, credit: -1 }, 3],
        hints: -4,
      },
    ];
    expect(await readSubmission(changed({ answers }))).toMatchObject({
      submission: {
        answers: [
          {
            exercise: "a",
            attempts: [
              { at: 1, credit: 1 },
              { at: 2, credit: 0 },
            ],
            hints: 0,
          },
        ],
      },
    });
  });
});
