import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mergeResults, type ResultsFile, resultsFile } from "#src/classroom/results-file.ts";
import { settle } from "#src/classroom/settle.ts";
import { type Submission, submissionText } from "#src/classroom/submission.ts";
import { tableOf } from "#src/classroom/table.ts";
import { toBlock } from "#src/classroom/text-block.ts";
import { filesIn, gradeFiles, listOf, shardOf } from "#src/cli/grade/grade-folder.ts";
import { writeResults, writeTable } from "#src/cli/grade/write-results.ts";
import { assignmentOf, courseOf, questionsFor } from "../../classroom/assignment-of.ts";
import { ROLES, syntheticClass } from "../../classroom/synthetic-class.ts";

const folder = mkdtempSync(join(tmpdir(), "downhill-grade-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const questions = questionsFor(["ten-steps", "whose-maximum", "heavy-ball"]);
const assignment = assignmentOf(questions);
const edition = "0.1.0";
const course = await courseOf(assignment, questions, edition);
const roles = ROLES.filter((role) => role !== "hostile");
const handed = await syntheticClass({ assignment, questions, students: 14, edition, roles });
const inbox = join(folder, "in");
mkdirSync(join(inbox, "group b"), { recursive: true });
handed.forEach(({ name, bytes }, index) => {
  writeFileSync(join(inbox, index % 3 === 0 ? "group b" : "", name), bytes);
});
writeFileSync(join(inbox, "huge.json"), Buffer.alloc(9 * 1024 * 1024, 65));
writeFileSync(join(inbox, ".DS_Store"), "x");

const files = filesIn(inbox);
const grade = (some: readonly string[]) => gradeFiles(course, inbox, some, 3, () => {});

describe("a folder of submissions", () => {
  it("is read with the folders in it, hidden files left out, in an order of its own", () => {
    expect(files).toHaveLength(handed.length + 1);
    expect(files).toEqual([...files].sort());
    expect(files.filter((file) => file.startsWith(join("group b", "")))).not.toEqual([]);
  });

  it("is read without what was written for the teacher into it, so that parts have the same list", () => {
    const mine = join(folder, "with results");
    mkdirSync(join(mine, "results", "feedback"), { recursive: true });
    mkdirSync(join(mine, "results b"));
    for (const file of ["b.json", "s.json", "results b/c.json", "results/results-1-of-2.json"])
      writeFileSync(join(mine, file), "{}");
    writeFileSync(join(mine, "results", "feedback", "ada.html"), "");
    const handedIn = ["b.json", "results b/c.json", "s.json"];
    expect(filesIn(mine, join(mine, "results"))).toEqual(handedIn);
    expect(filesIn(mine, join(folder, "elsewhere"))).toContain("results/results-1-of-2.json");
  });

  it("is not the one in which the results are written, which would be taken for submissions", () => {
    expect(() => filesIn(inbox, join(inbox, "group b", ".."))).toThrow(
      `the results would be written among the submissions, in ${inbox}. Name another folder with --out.`,
    );
    expect(filesIn(inbox, folder)).toEqual(files);
  });

  it("is parted so that four parts have each file once", () => {
    const parts = [1, 2, 3, 4].map((part) => shardOf(files, { part, of: 4 }));
    expect(parts.flat().sort()).toEqual([...files]);
  });

  it("gives the same when four parts are merged as when it is graded whole", async () => {
    const whole = await grade(files);
    const parts = new Map<string, unknown>();
    for (const part of [3, 1, 4, 2]) {
      const shard = { part, of: 4, list: listOf(files) };
      const results = await grade(shardOf(files, shard));
      const file = writeResults(
        join(folder, "parts"),
        resultsFile(assignment, edition, shard, results),
      );
      parts.set(file, JSON.parse(readFileSync(file, "utf8")));
    }
    const merged = mergeResults(parts);
    const plain = (results: ResultsFile["results"]) =>
      JSON.parse(JSON.stringify(tableOf(assignment, settle(results)))) as unknown;
    expect(plain(merged.results)).toEqual(plain(whole));
    const all = resultsFile(assignment, edition, { part: 1, of: 1 }, whole);
    expect(JSON.parse(JSON.stringify(merged))).toEqual(JSON.parse(JSON.stringify(all)));
    const [one, other] = [join(folder, "one"), join(folder, "other")];
    await writeTable(one, merged, questions);
    await writeTable(other, resultsFile(assignment, edition, { part: 1, of: 1 }, whole), questions);
    const written = filesIn(one);
    expect(filesIn(other)).toEqual(written);
    for (const file of written)
      expect(readFileSync(join(one, file), "utf8")).toBe(readFileSync(join(other, file), "utf8"));
    expect(readdirSync(join(one, "feedback"))).toHaveLength(
      handed.filter(({ counts }) => counts).length,
    );
  });

  it("says of a file that is too large why it was not read", async () => {
    const [result] = await grade(["huge.json"]);
    expect(result?.flags).toEqual([
      {
        kind: "too-large",
        words:
          "The file has 9 MB, and a submission has at most 8. It was not read. Ask the student to hand in again.",
      },
    ]);
  });

  it("grades each hand-in of a file of several mails", async () => {
    const [one, other] = handed.filter(({ role }) => role === "right" || role === "blank");
    const block = (file: typeof one) => toBlock(submissionText(file?.submission as Submission), "");
    const mails = join(folder, "mails");
    mkdirSync(mails);
    writeFileSync(join(mails, "all.mbox"), `From a\n${block(one)}\nFrom b\n${block(other)}`);
    const results = await gradeFiles(course, mails, ["all.mbox"], 1, () => {});
    expect(results.map(({ file, student, state, flags }) => [file, student, state, flags])).toEqual(
      [
        ["all.mbox", one?.student, "graded", []],
        ["all.mbox (2)", other?.student, "graded", []],
      ],
    );
  });

  it("does not stop at a file that is gone", async () => {
    const [result] = await grade(["gone.json"]);
    expect(result?.state).toBe("unreadable");
    expect(result?.flags[0]?.words).toMatch(
      /^The file could not be read \(ENOENT.*\)\. Look at it, or ask the student to hand in again\.$/,
    );
  });
});

describe("parts of lists that differ", () => {
  const part = (number: number, names: readonly string[]) =>
    resultsFile(assignment, edition, { part: number, of: 2, list: listOf(names) }, []);
  const merging = (...parts: readonly ResultsFile[]) =>
    mergeResults(new Map(parts.map((one) => [`${one.shard.part}.json`, one])));

  it("are not merged: a student would be in no part", () => {
    expect(() => merging(part(1, ["a", "b"]), part(2, ["a", "b", "c"]))).toThrow(
      "merge: 2.json was graded in a folder of 3 files and 1.json in one of 2, or of other names: some students would be graded twice, and others not at all. Grade all parts again from the same files.",
    );
    expect(() => merging(part(1, ["a", "b"]), part(2, ["a", "c"]))).toThrow("or of other names");
    expect(() => merging(part(1, ["a", "b"]), part(2, ["a\nb"]))).toThrow("or of other names");
  });

  it("are not merged when one does not tell its list", () => {
    const old = resultsFile(assignment, edition, { part: 2, of: 2 }, []);
    expect(() => merging(part(1, ["a"]), old)).toThrow(
      "merge: 2.json does not tell which files there were, and 1.json does. Grade all parts again from the same files.",
    );
  });

  it("are merged when they are of one list", () => {
    expect(merging(part(1, ["a", "b"]), part(2, ["a", "b"])).shard).toEqual({ part: 1, of: 1 });
  });
});

describe("merging", () => {
  const part = (number: number, of = 2, title = "Week 3") =>
    resultsFile({ ...assignment, title }, edition, { part: number, of }, []);

  it.each<[files: Record<string, unknown>, words: string]>([
    [{}, "merge: name the files of results that are to be put together."],
    [
      { "a.json": { x: 1 } },
      "merge: a.json is no file of results. Name those that grading has written.",
    ],
    [
      { "a.json": { ...part(1), version: 2 } },
      "merge: a.json is of version 2; this edition reads version 1.",
    ],
    [{ "a.json": { ...part(1), results: 3 } }, "merge: a.json is not whole. Grade its part again."],
    [
      { "a.json": part(1), "b.json": part(2, 2, "Week 4") },
      "merge: b.json is of another assignment, edition or number of parts than a.json. Merge the parts of one grading.",
    ],
    [
      { "a.json": part(1), "b.json": part(1) },
      "merge: part 1 of 2 is there twice. Name each part once.",
    ],
    [
      { "a.json": part(1, 3) },
      "merge: of 3 parts, 2, 3 are missing. Grade them, or name the files too.",
    ],
    [{ "a.json": part(2) }, "merge: of 2 parts, 1 is missing. Grade it, or name the file too."],
  ])("refuses %j in words", (data, words) => {
    expect(() => mergeResults(new Map(Object.entries(data)))).toThrow(words);
  });
});
