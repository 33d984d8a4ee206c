import { assignmentDigest } from "#src/classroom/assignment.ts";
import { sealed, submissionText } from "#src/classroom/submission.ts";
import { assignmentOf, questionsFor } from "../classroom/assignment-of.ts";
import { HOSTILE } from "../classroom/hostile-code.ts";
import { inTheirChapters } from "../classroom/in-their-chapters.ts";
import { asFile, openTable } from "./class-page.ts";
import { followFromOutside } from "./outliving-page.ts";
import { expect, loudTest as test } from "./quiet.ts";

// Not the silent test: a browser reports on the console that a process has ended.

const questions = questionsFor(["heavy-ball"]);
const MOST = 7;
const once = inTheirChapters(assignmentOf(questions));
const assignment = {
  ...once,
  exercises: once.exercises.map((exercise) => ({ ...exercise, points: MOST })),
};
const right = questions.get("heavy-ball")?.job?.solution ?? "";
const starter = questions.get("heavy-ball")?.job?.starter ?? "";
/** Fills the memory before the limit of time, unless the machine is very busy. */
const bomb = "const held = []; for (;;) held.push(new Array(3e7));";

/** Code by the name of its student: the bombs among others, some of them under way beside each. */
const CODE: Readonly<Record<string, string>> = {
  Ada: right,
  Bomb: bomb,
  Bo: right,
  Cy: right,
  Dan: starter,
  Blast: HOSTILE["takes all memory outside of the language"].code,
  Eve: right,
  Fay: right,
};

test("answers that eat all memory are flagged, and no other student loses a point", async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const { heard } = await followFromOutside(
    page,
    context,
    "[data-part=status], .class-students tbody tr",
  );
  const digest = (await assignmentDigest(assignment)) ?? "";
  const files = await Promise.all(
    Object.entries(CODE).map(async ([name, answer]) => {
      const submission = await sealed({
        assignment: { id: assignment.id, digest },
        student: { name, number: "" },
        answers: [{ exercise: "heavy-ball", answer, attempts: [], hints: 0 }],
        edition: "0.1.0",
        made: "2026-12-01T10:00:00Z",
      });
      return asFile(`${name}.json`, submissionText(submission));
    }),
  );
  await openTable(page, assignment);
  await page.locator("[data-part=files]").setInputFiles(files);
  await expect
    .poll(async () => (await heard())[0], { timeout: 240_000 })
    .toBe(`${files.length} files graded.`);

  const rows = (await heard()).slice(1);
  const rowOf = (name: string) => rows.find((row) => row.startsWith(name)) ?? "";
  expect(rows).toHaveLength(files.length);
  for (const name of ["Ada", "Bo", "Cy", "Eve", "Fay"])
    expect(rowOf(name)).toMatch(`${name}${MOST}${MOST}`);
  for (const name of ["Ada", "Bo", "Cy", "Dan", "Eve", "Fay"])
    expect(rowOf(name)).not.toMatch(/memory|limit of time|ended/);
  for (const name of ["Bomb", "Blast"])
    expect(rowOf(name)).toMatch(
      new RegExp(`^${name}00 !.*(?:used too much memory|ended at the limit of time)`),
    );
  await page.close();
});
