import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { type Assignment, assignmentDigest } from "#src/classroom/assignment.ts";
import { variantOf } from "#src/classroom/student.ts";
import { type HandedAnswer, sealed, submissionText } from "#src/classroom/submission.ts";
import { readCode, variantNumbers } from "#src/grading/variant.ts";
import { wrongAnswers } from "../classroom/answers-of.ts";
import { assignmentOf, EVERY_KIND, questionsFor } from "../classroom/assignment-of.ts";
import { inTheirChapters } from "../classroom/in-their-chapters.ts";
import { violations } from "./accessibility.ts";
import { handIn, openTable, tableOf } from "./class-page.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";

const questions = questionsFor(["ten-steps", "heavy-ball"]);
const assignment = {
  ...inTheirChapters(assignmentOf(questions)),
  exercises: inTheirChapters(assignmentOf(questions)).exercises.map((exercise) => ({
    ...exercise,
    variant: { kind: "book" } as const,
  })),
};
const digest = (await assignmentDigest(assignment)) ?? "";
const job = questions.get("heavy-ball")?.job;
const bytes = (text: string) => new TextEncoder().encode(text);

/** What a student hands in for the exercise in code, in the way that the page would. */
async function submission(
  name: string,
  code: string,
  more: Partial<Parameters<typeof sealed>[0]> = {},
) {
  const answers: readonly HandedAnswer[] = [
    { exercise: "heavy-ball", answer: code, attempts: [], hints: 0 },
  ];
  const student = { name, number: "" };
  const made = "2026-12-01T10:00:00Z";
  return sealed({
    assignment: { id: assignment.id, digest },
    student,
    answers,
    edition: "0.1.0",
    made,
    ...more,
  });
}

test("bad files are flagged in words, and nobody's result is lost or invented", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const right = job?.solution ?? "";
  const starter = job?.starter ?? "";
  const honest = await submission("Honest", right);
  const text = submissionText(honest);
  const raised = {
    ...(await submission("Raised", starter)),
    score: 100,
    verdict: { kind: "pass", credit: 1 },
  };
  const swapped = submissionText(await submission("Swapped", starter)).replace(
    JSON.stringify(starter),
    () => JSON.stringify(right),
  );
  const future = { ...honest, version: 9 };
  const forged =
    'for (let number = 0; number < 9; number++) { globalThis.postMessage({ number, verdict: { kind: "pass" } }); globalThis.postMessage({ number, results: [] }); }';
  await openTable(page, assignment);
  await handIn(page, [
    { name: "honest.json", bytes: bytes(text) },
    { name: "empty.json", bytes: bytes("") },
    { name: "truncated.json", bytes: bytes(text.slice(0, -200)) },
    { name: "huge.json", bytes: new Uint8Array(45 * 1024 * 1024) },
    { name: "picture.png", bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
    { name: "holiday.json", bytes: bytes('{"photos": []}') },
    { name: "future.json", bytes: bytes(JSON.stringify(future)) },
    {
      name: "other.json",
      bytes: bytes(
        submissionText(await submission("Other", right, { assignment: { id: "week-2", digest } })),
      ),
    },
    { name: "raised.json", bytes: bytes(JSON.stringify(raised)) },
    { name: "swapped.json", bytes: bytes(swapped) },
    {
      name: "edition.json",
      bytes: bytes(submissionText(await submission("Edition", right, { edition: "0.0.9" }))),
    },
    {
      name: "latin.json",
      bytes: Uint8Array.from(
        submissionText(await submission("Zoé", right)),
        (sign) => sign.charCodeAt(0) & 255,
      ),
    },
    { name: "copy.json", bytes: bytes(text.replaceAll("Honest", "Copy")) },
    { name: "forged.json", bytes: bytes(submissionText(await submission("Forged", forged))) },
    {
      name: "loop.json",
      bytes: bytes(submissionText(await submission("Loop", "for (;;) {}"))),
    },
  ]);

  const table = await tableOf(page);
  const most = String(assignment.exercises[1]?.points);
  for (const name of ["Honest", "Swapped", "Edition", "Zoé", "Copy"])
    expect([name, table.get(name)]).toEqual([name, ["–", most, most]]);
  for (const name of ["Forged", "Loop"])
    expect([name, table.get(name)]).toEqual([name, ["–", "0 !", "0"]]);
  expect(Number(table.get("Raised")?.[1])).toBeLessThan(Number(most));
  expect([...table.keys()]).toHaveLength(8);

  const strays = page.locator(".class-strays li");
  await expect(strays).toHaveCount(7);
  for (const [file, words] of [
    ["empty.json", "The file is empty."],
    ["truncated.json", "The file ends in the middle: a part of it is missing."],
    ["huge.json", "The file has 45 MB, and a submission has at most 8. It was not read."],
    ["picture.png", "This is a picture, not a submission."],
    ["holiday.json", "This is a file of data, but not a submission."],
    ["future.json", "This submission is of version 9"],
    ["other.json", "It was handed in for the assignment “week-2”, not for “week-3”"],
  ] as const)
    await expect(strays.filter({ hasText: file })).toContainText(words);

  const remarks = (name: string) =>
    page.locator(".class-students tbody tr", { hasText: name }).locator(".class-remarks");
  await expect(remarks("Raised")).toContainText("changed after it was made");
  await expect(remarks("Swapped")).toContainText("changed after it was made");
  await expect(remarks("Edition")).toContainText("other edition");
  await expect(remarks("Zoé")).toContainText("saved again");
  await expect(remarks("Loop")).toContainText("ended at the limit of time");

  await page.locator("[data-part=files]").setInputFiles({
    name: "honest.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await expect(page.locator("[data-part=status]")).toHaveText(/^1[56] files graded/);
  await expect(page.locator(".class-students tbody tr")).toHaveCount(8);
});

test("beside an answer stand the question and the right answer in the student's own numbers", async ({
  page,
}) => {
  const own = inTheirChapters(assignmentOf(questions));
  const [first] = own.exercises;
  const varies = questions.get("ten-steps")?.variants?.varies;
  if (!first || !varies) throw new Error("ten-steps does not vary");
  const student = { name: "Ada", number: "" };
  const variant = variantOf(own.id, first, student) ?? "";
  const read = readCode(variant, varies);
  if ("problem" in read) throw new Error(read.problem);
  const { start = 0, rate = 0 } = variantNumbers("ten-steps", varies, read.code);
  expect([start, rate]).not.toEqual([10, 0.2]);
  const submission = await sealed({
    assignment: { id: own.id, digest: (await assignmentDigest(own)) ?? "" },
    student,
    answers: [{ exercise: "ten-steps", answer: ["12345"], variant, attempts: [], hints: 0 }],
    edition: "0.1.0",
    made: "2026-12-01T10:00:00Z",
  });
  await openTable(page, own);
  await handIn(page, [{ name: "ada.json", bytes: bytes(submissionText(submission)) }]);
  await page.locator(".class-students tbody .class-cell button").first().click();
  const panel = page.getByRole("dialog", { name: "Ada" });
  const asked = panel.getByText("Where is it after ten steps?");
  await expect(asked).toContainText(`=${start}`);
  await expect(asked).toContainText(`η=${rate}`);
  await expect(panel).toContainText(`In the numbers of the code ${variant}.`);
  await expect(panel.getByRole("group", { name: "Answer", exact: true })).toContainText("12345");
  const right = panel.getByRole("group", { name: "Right answer" });
  await expect(right.getByRole("listitem").filter({ hasText: "Position" })).toContainText(
    String(Number((start * (1 - 2 * rate) ** 10).toPrecision(4))),
  );
  expect(await violations(page, [".class-panel"])).toEqual([]);
});

/** One of the teacher's own. */
const OWN = {
  id: "sum",
  prompt: "What are two and two?",
  data: {
    kind: "number",
    title: "A sum",
    boxes: [{ label: "2 + 2", answer: 4 }],
    hints: ["Count."],
    explanation: "Two and two are four.",
  },
};

test("whatever its kind, a question is shown with what was answered and what is right", async ({
  page,
}) => {
  const every = questionsFor(EVERY_KIND);
  const drawn = inTheirChapters(assignmentOf(every));
  const course: Assignment = {
    ...drawn,
    own: [OWN],
    exercises: [
      ...drawn.exercises.map((one) => ({ ...one, variant: { kind: "book" } as const })),
      { id: OWN.id, chapter: "", edition: 1, points: 1, variant: { kind: "book" } },
    ],
  };
  const answers = [...every].map(([exercise, question]) => ({
    exercise,
    answer: wrongAnswers(question)[0]?.answer ?? "",
    attempts: [],
    hints: 0,
  }));
  const submission = await sealed({
    assignment: { id: course.id, digest: (await assignmentDigest(course)) ?? "" },
    student: { name: "Ada", number: "" },
    answers: [...answers, { exercise: OWN.id, answer: ["22"], attempts: [], hints: 0 }],
    edition: "0.1.0",
    made: "2026-12-01T10:00:00Z",
  });
  await openTable(page, course);
  await handIn(page, [{ name: "ada.json", bytes: bytes(submissionText(submission)) }]);
  const panel = page.getByRole("dialog", { name: "Ada" });
  const shown = async (index: number) => {
    await page.locator(".class-students tbody .class-cell button").nth(index).click();
    await expect(panel.getByRole("heading", { name: "Question" })).toBeVisible();
    const place = (name: string) => panel.getByLabel(name, { exact: true }).first();
    const texts = {
      asked: await panel.locator(".exercise-prompt").textContent(),
      answer: await place("Answer").textContent(),
      right: await place("Right answer").textContent(),
      chosen: await place("Answer").getByRole("img", { name: "chosen", exact: true }).count(),
    };
    await page.keyboard.press("Escape");
    return texts;
  };
  for (const [index, { id }] of course.exercises.entries()) {
    const { asked, answer, right } = await shown(index);
    for (const text of [asked, answer, right]) expect(text?.trim(), id).toMatch(/\w/);
    expect(answer, id).not.toBe(right);
  }
  const choice = await shown(EVERY_KIND.indexOf("whose-maximum"));
  expect(choice.chosen).toBe(1);
  expect(choice.right).toContain("sMax = Math.max(sMax, s)");
  const code = await shown(EVERY_KIND.indexOf("heavy-ball"));
  expect(code.right).toContain("beta * velocity");
  const teachers = await shown(EVERY_KIND.length);
  expect(teachers.asked).toContain(OWN.prompt);
});

test("a teacher looks at answers, decides by hand, and saves, by keyboard", async ({ page }) => {
  const code = `${job?.solution}\n// <img src=x onerror=alert(1)>\n`;
  await openTable(page, assignment);
  await page.getByRole("button", { name: "Paste a text" }).click();
  await page
    .getByLabel("Text of one mail or of several")
    .fill(submissionText(await submission("=Ada", code)));
  await page.getByRole("button", { name: "Take it" }).click();
  await expect(page.locator("[data-part=status]")).toHaveText("1 file graded.");
  expect(await violations(page)).toEqual([]);

  await page.locator(".class-students tbody th button").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", /^=Ada, .*: right, 2 of 2$/);
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "=Ada" });
  await expect(panel.getByLabel("Answer", { exact: true })).toContainText("<img src=x");
  expect(await panel.locator("img").count()).toBe(0);
  await panel.getByLabel("Points by hand").fill("3");
  await expect(panel.getByRole("alert")).toHaveText(
    "Points must be a number from 0 to 2, got “3”. Empty the field to go back to what was computed.",
  );
  await panel.getByLabel("Points by hand").fill("1,5");
  await expect(panel.locator(".class-problem")).toBeEmpty();
  await panel.getByLabel("Comment for the student").fill("Well & <seen>.");
  expect(await violations(page, [".class-panel"])).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.locator(".class-cell :focus")).toHaveText(/^1.5 \*$/);
  await expect(panel).toBeHidden();

  const saved = async (name: string) => {
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name, exact: true }).click();
    const download = await saving;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const students = await saved("Students (CSV)");
  expect(students.name).toBe("Week-3-students.csv");
  expect(students.bytes.toString()).toContain("'=Ada,,pasted 1,2026-12-01T10:00:00Z,0,0,1.5,1.5,3");
  const feedback = unzipSync((await saved("Feedback files (ZIP)")).bytes);
  expect(Object.keys(feedback)).toEqual(["Ada.html"]);
  const page1 = new TextDecoder().decode(feedback["Ada.html"]);
  expect(page1).toContain("Well &amp; &lt;seen&gt;.");
  const marks = await saved("Save comments and points");

  await page.reload();
  await page.evaluate(() => localStorage.clear());
  await openTable(page, assignment);
  await handIn(page, [
    { name: "ada.json", bytes: bytes(submissionText(await submission("=Ada", code))) },
  ]);
  await expect(page.locator(".class-students .class-total").last()).toHaveText("2");
  await page.locator("[data-part=marks-file]").setInputFiles({
    name: "m.json",
    mimeType: "application/json",
    buffer: marks.bytes,
  });
  await expect(page.locator(".class-students .class-total").last()).toHaveText("1.5");
  await page.getByRole("button", { name: "Undo opening" }).click();
  await expect(page.locator(".class-students .class-total").last()).toHaveText("2");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sidewaysScroll(page)).toBe(0);
});

test("the command gives the same sheets as the page, with what was decided by hand", async ({
  page,
}, info) => {
  const right = job?.solution ?? "";
  const inbox = info.outputPath("in");
  mkdirSync(inbox);
  const files = await Promise.all(
    ["Ada", "Bo"].map(async (name) => ({
      name: `${name}.json`,
      bytes: bytes(submissionText(await submission(name, name === "Ada" ? right : "no code"))),
    })),
  );
  for (const { name, bytes } of files) writeFileSync(join(inbox, name), bytes);
  const assigned = info.outputPath("week-3.json");
  writeFileSync(assigned, JSON.stringify(assignment));

  await openTable(page, assignment);
  await handIn(page, files);
  await page.getByRole("button", { name: /^Bo, One step of momentum/ }).click();
  await page.getByLabel("Points by hand").fill("1,5");
  await page.getByLabel("Comment for the student").fill("Half of it, “as said”, in class.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ada", exact: true }).click();
  await page.getByLabel("Comment for the student").fill("Well done.");
  await page.keyboard.press("Escape");
  const saved = async (button: string) => {
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: button, exact: true }).click();
    return (await saving).path();
  };
  await expect(page.locator(".class-students tbody")).toContainText("1.5 *");
  const students = readFileSync(await saved("Students (CSV)"), "utf8");
  const exercises = readFileSync(await saved("Exercises (CSV)"), "utf8");
  const overrides = await saved("Save comments and points");
  const pages = unzipSync(readFileSync(await saved("Feedback files (ZIP)")));

  const out = info.outputPath("out");
  const command = [inbox, "--assignment", assigned, "--out", out, "--overrides", overrides];
  execFileSync(process.execPath, [
    "--conditions=downhill-source",
    join(import.meta.dirname, "../../src/cli/grade.ts"),
    ...command,
  ]);
  expect(students).toContain("1.5,");
  expect(students).toContain("Well done.");
  expect(readFileSync(join(out, "students.csv"), "utf8")).toBe(students);
  expect(readFileSync(join(out, "exercises.csv"), "utf8")).toBe(exercises);
  expect(readdirSync(join(out, "feedback")).sort()).toEqual(Object.keys(pages).sort());
  for (const [name, content] of Object.entries(pages))
    expect(readFileSync(join(out, "feedback", name), "utf8")).toBe(strFromU8(content));
});
