import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { EXAMPLE } from "../../components/classroom/assign/own-example.ts";
import type { Assignment } from "../../src/classroom/assignment.ts";
import { pack } from "../../src/sharing/packed.ts";
import { allExercises, pageOf } from "../content/exercises/exercise-files.ts";
import { answer, KINDS, mouse } from "./answer-exercise.ts";
import { handIn, tableOf } from "./class-page.ts";
import { at, check, verdict } from "./exercise-page.ts";
import { clockTest, expect, loudTest, test } from "./quiet.ts";

// An assignment from nothing to what the grading finds in the file that was handed in.

const ROOT = join(import.meta.dirname, "../..");
const chapterOf = (id: string) => pageOf(id).replace("/", "");
/** One exercise of each kind; those whose numbers vary are given in the numbers of the book. */
const fixed = KINDS.map((kind) => {
  const all = allExercises().filter(({ data }) => data.kind === kind);
  const found = all.find(({ data }) => !data.varies) ?? all[0];
  if (!found) throw new Error(`no exercise of the kind ${kind}`);
  return found;
});
const varied = allExercises().find(
  (one) => one.data.varies && !fixed.some(({ id }) => id === one.id),
);

/** An assignment of the first exercises above, with something else said of it. */
function assignmentOf(change: Partial<Assignment> = {}): Assignment {
  return {
    format: "downhill-assignment",
    version: 1,
    id: "week-3",
    title: "Week 3",
    text: "Read *chapter 6* first. <b>Not bold</b>",
    exercises: fixed.slice(0, 3).map(({ id }) => ({
      id,
      chapter: chapterOf(id),
      edition: 1,
      points: 2,
      variant: { kind: "book" },
    })),
    hints: false,
    solutions: false,
    ...change,
  };
}

async function begin(page: Page, name = "Ada Lovelace", number = "1815") {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your number or e-mail").fill(number);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.locator("[data-part=standing]")).toContainText("right");
}

async function savedBy(page: Page, button: string, folder: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await waiting;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

test("a teacher composes by keyboard, a student answers every kind, and grading finds the same points", async ({
  page,
  browser,
}, info) => {
  test.setTimeout(240_000);
  await page.goto("teach/");
  await expect(page.getByText("Give it a title.")).toBeVisible();
  await page.getByRole("textbox", { name: "Title", exact: true }).focus();
  await page.keyboard.type("Every kind");
  for (const { id } of [...fixed, ...(varied ? [varied] : [])]) {
    const chapter = page.locator(`[data-catalogue="${chapterOf(id)}"]`);
    if ((await chapter.getAttribute("open")) === null) {
      await chapter.locator("summary").focus();
      await page.keyboard.press("Enter");
    }
    await chapter.locator(`[data-entry="${id}"] [data-add]`).focus();
    await page.keyboard.press("Enter");
  }
  for (const { id } of fixed.filter(({ data }) => data.varies))
    await page.locator(`[data-chosen="${id}"] select`).selectOption("the numbers of the book");
  await expect(page.locator("[data-part=sum]")).toHaveText("9 exercises, 9 points.");
  await page.reload();
  await expect(page.locator("[data-part=sum]")).toHaveText("9 exercises, 9 points.");
  const link = page.locator("[data-part=link]");
  await expect(link).toHaveValue(/#a=/);
  await page.getByRole("button", { name: "Show the QR code" }).press("Enter");
  await expect(
    page.getByRole("img", { name: "QR code of the link to “Every kind”" }),
  ).toBeVisible();
  const assignment = await savedBy(page, "Save as a file", info.outputPath());
  await page.goto(await link.inputValue());
  await begin(page);
  await expect(page.getByText(/Your numbers: variant/)).toHaveCount(1);
  for (const one of fixed) {
    const exercise = at(page, one.id);
    await exercise.scrollIntoViewIfNeeded();
    await answer(page, mouse, exercise, one);
    await check(exercise);
    await expect(verdict(exercise)).toHaveText("✓ Right.");
  }
  const standing = "8 of 9 right, 8 of 9 points so far. 1 exercise has no answer.";
  await expect(page.locator("[data-part=standing]")).toHaveText(standing);
  await page.reload();
  await expect(page.locator("[data-part=standing]")).toHaveText(standing);

  const folder = info.outputPath("submissions");
  mkdirSync(folder);
  const file = await savedBy(page, "Hand in: save the file", folder);
  await expect(page.getByText(/^Handed in on .* The file is /)).toBeVisible();
  execFileSync(
    process.execPath,
    [
      "--conditions=downhill-source",
      "src/cli/grade.ts",
      folder,
      "--assignment",
      assignment,
      "--out",
      info.outputPath("results"),
    ],
    { cwd: ROOT },
  );
  const students = readFileSync(info.outputPath("results/students.csv"), "utf8");
  expect(students).toContain("Ada Lovelace");
  expect(students.split("\n").find((row) => row.includes("Ada"))).toMatch(/\b8\b/);

  // The teacher's table, opened by the same link, finds the same in the same file.
  const teacher = await browser.newPage();
  await teacher.goto(`teach/table/${new URL(page.url()).hash}`);
  await expect(teacher.locator("[data-part=opened]")).toContainText("Every kind");
  await handIn(teacher, [{ name: "ada.json", bytes: readFileSync(file) }]);
  const row = (await tableOf(teacher)).get("1815") ?? [];
  expect(row.map((points) => points.replace(/ ?[!*?]$/, ""))).toEqual([
    ...fixed.map(() => "1"),
    "–",
    "8",
  ]);
  await teacher.close();

  // On another machine, which knows nothing yet, the work goes on from the file.
  const elsewhere = await browser.newPage();
  await elsewhere.goto(page.url());
  await begin(elsewhere);
  await elsewhere.locator("[data-part=bring-file]").setInputFiles(file);
  await expect(elsewhere.locator("[data-part=brought]")).toContainText("8 answers have come");
  await expect(elsewhere.locator("[data-part=standing]")).toContainText(
    "8 answers are not checked yet.",
  );
  await elsewhere.close();
});

test("assignments are duplicated, deleted, brought back, and opened from a link", async ({
  page,
}) => {
  await page.goto("teach/");
  const shelf = page.locator("[data-part=shelf] > li");
  await page
    .getByLabel("or a link")
    .fill(`https://elsewhere.example/assignment/#a=${await pack(assignmentOf({ title: "Mine" }))}`);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("“Mine” is opened.")).toBeVisible();
  await expect(page.locator("[data-part=chosen] > li")).toHaveCount(3);
  await page.getByRole("button", { name: "Duplicate Mine" }).click();
  await expect(shelf).toHaveCount(2);
  await page.getByRole("button", { name: "Delete Mine", exact: true }).click();
  await expect(page.getByText("“Mine” is deleted.")).toBeVisible();
  await expect(shelf).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(shelf).toHaveCount(2);
  await page.reload();
  await expect(shelf).toHaveCount(2);
  await page.getByRole("button", { name: "Mine", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toHaveValue("Mine");
  await page.getByLabel("Date and time").fill("2026-12-04T18:00");
  await page.getByLabel("by the clocks of").selectOption("America/New_York");
  await expect(shelf.first()).toContainText(/due Friday,? 4 December 2026 at 18:00 GMT-5/);
  await page.getByText("Exercises of your own").click();
  await page.locator("[data-part=own-files]").setInputFiles({
    name: "wrong.mdx",
    mimeType: "text/markdown",
    buffer: Buffer.from("no fields"),
  });
  await expect(page.getByText("wrong.mdx: it does not begin with the fields")).toBeVisible();
  await page.locator("[data-part=own-files]").setInputFiles({
    name: "length-of-a-step.mdx",
    mimeType: "text/markdown",
    buffer: Buffer.from(EXAMPLE),
  });
  await expect(page.locator("[data-part=chosen] > li")).toHaveCount(4);
  await expect
    .poll(() => page.locator("[data-part=preview]").getAttribute("href"))
    .toMatch(/#preview&a=/);
  const [preview] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Preview as a student sees it" }).click(),
  ]);
  const own = at(preview, "length-of-a-step");
  await own.getByRole("textbox").fill("0.9");
  await check(own);
  await expect(verdict(own)).toContainText("The step is the rate times the slope.");
  await own.getByRole("textbox").fill("0.6");
  await check(own);
  await expect(verdict(own)).toHaveText("✓ Right.");
});

test("what the teacher has switched off cannot be opened, and a preview keeps nothing", async ({
  page,
}) => {
  const packed = await pack(assignmentOf());
  await page.goto(`assignment/#preview&a=${packed}`);
  await expect(page.getByText("This is a preview")).toBeVisible();
  await expect(page.locator("[data-part=text]")).toContainText("<b>Not bold</b>");
  const [one] = fixed;
  if (!one) throw new Error("there is no exercise");
  const exercise = at(page, one.id);
  await answer(page, mouse, exercise, one);
  await check(exercise);
  await expect(verdict(exercise)).toHaveText("✓ Right.");
  await expect(exercise.getByText(/Your teacher has switched off .*the solution/)).toBeVisible();
  await expect(exercise.locator("details")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Hand in: save the file" })).toBeDisabled();
  expect(await page.evaluate(() => Object.keys(localStorage).join(" "))).not.toContain("week-3");
});

test("links that are damaged or of something else are told in words, and the page goes on", async ({
  page,
}) => {
  const packed = await pack(assignmentOf());
  const problems = page.locator("[data-part=problems]");
  await page.goto(`assignment/#a=${packed.slice(0, -40)}`);
  await expect(problems).toContainText("This link is damaged");
  await page.goto(`assignment/#a=${await pack({ ...assignmentOf(), version: 2 })}`);
  await expect(problems).toContainText("This assignment is of version 2");
  await page.goto(`assignment/#a=${"A".repeat(1_000_000)}`);
  await expect(problems).toContainText("at most 100,000 are read");
  await page.goto(`assignment/#a=${await pack("x".repeat(2_000_000))}`);
  await expect(problems).toContainText("more than 1,000,000 bytes");
  await page.locator("[data-part=file]").setInputFiles({
    name: "a.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"format": "downhill-as'),
  });
  await expect(problems).toContainText("it is no JSON, or not all of it is there");
});

// The browser itself says on the console that the address has nothing.
loudTest(
  "an exercise that the book does not have is told, and the others are handed in",
  async ({ page }) => {
    const { exercises } = assignmentOf();
    const gone = { ...exercises[0]!, id: "long-gone" };
    await page.goto(
      `assignment/#a=${await pack(assignmentOf({ exercises: [gone, ...exercises], due: "2020-01-01T12:00:00Z" }))}`,
    );
    await expect(page.getByText(/^It was due Wednesday/)).toBeVisible();
    await begin(page);
    await expect(page.getByText(/Exercise 1 \(“long-gone”/)).toContainText("tell your teacher");
    await expect(page.locator("downhill-exercise[data-ready]")).toHaveCount(3);
    await page.getByRole("button", { name: "Hand in as text for a mail" }).click();
    await expect(page.getByText(/^Handed in on .*after the due time\./)).toBeVisible();
    await expect(page.locator("[data-part=block]")).toHaveValue(/BEGIN DOWNHILL SUBMISSION/);
  },
);

clockTest("a page that stays open past the due time says so", async ({ page }) => {
  await page.clock.install({ time: "2026-12-04T17:58:00Z" });
  const due = "2026-12-04T18:00:00Z";
  await page.goto(`assignment/#a=${await pack(assignmentOf({ due }))}`);
  const said = page.locator("[data-part=due]");
  await expect(said).toHaveText(/^Due Friday,? 4 December 2026 .*, in [12] minutes?\.$/);
  await page.clock.runFor("03:00");
  await expect(said).toHaveText(/^It was due Friday,? .*; your teacher sees that it is late\.$/);
});

test("what was typed last is put aside when a file takes its place, and kept when the name changes", async ({
  page,
}, info) => {
  const id = "ten-steps";
  const assignment = assignmentOf({
    exercises: [{ id, chapter: chapterOf(id), edition: 1, points: 2, variant: { kind: "book" } }],
  });
  await page.goto(`assignment/#a=${await pack(assignment)}`);
  await begin(page);
  const box = at(page, id).getByRole("textbox").first();
  await box.fill("0.1");
  const file = await savedBy(page, "Hand in: save the file", info.outputPath());

  // In one go, so that nothing is saved in between.
  await box.fill("0.2");
  const bytes = readFileSync(file, "utf8");
  await page.evaluate((text) => {
    const exercise = document.querySelector("downhill-exercise[data-ready]");
    const typed = exercise?.querySelector<HTMLInputElement>("[data-part=form] input");
    if (typed) typed.value = "0.3";
    typed?.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const files = new DataTransfer();
    files.items.add(new File([text], "handed.json", { type: "application/json" }));
    const field = document.querySelector<HTMLInputElement>("[data-part=bring-file]");
    if (field) field.files = files.files;
    field?.dispatchEvent(new Event("change"));
  }, bytes);
  await expect(page.locator("[data-part=brought]")).toContainText("1 answer has come");
  await expect(box).toHaveValue("0.1");
  await expect(at(page, id).locator(".exercise-aside")).toContainText("0.3");

  await page.evaluate(() => {
    const exercise = document.querySelector("downhill-exercise[data-ready]");
    const typed = exercise?.querySelector<HTMLInputElement>("[data-part=form] input");
    if (typed) typed.value = "0.4";
    typed?.dispatchEvent(new InputEvent("input", { bubbles: true }));
    document.querySelector<HTMLElement>("[data-part=rename]")?.click();
    document.querySelector<HTMLFormElement>("[data-part=who-form]")?.requestSubmit();
  });
  await expect(box).toHaveValue("0.4");
  await page.reload();
  await expect(box).toHaveValue("0.4");
});
