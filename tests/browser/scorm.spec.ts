import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import type { Assignment } from "#src/classroom/assignment.ts";
import { readSubmission } from "#src/classroom/read-submission.ts";
import { regrade } from "#src/classroom/regrade.ts";
import { openBuiltSite } from "#src/cli/scorm/built-site.ts";
import { type Described, describeAssignment, describeChapter } from "#src/cli/scorm/described.ts";
import { launchFiles } from "#src/cli/scorm/launch-script.ts";
import { packer } from "#src/cli/scorm/packed.ts";
import type { ScormEdition } from "#src/lms/lms-package.ts";
import type { Statement } from "#src/lms/statements.ts";
import downhill from "../../package.json" with { type: "json" };
import { assignmentOf, courseOf, questionsFor } from "../classroom/assignment-of.ts";
import { type Cmi, type Commit, openLms } from "./lms.ts";
import { expect, test } from "./quiet.ts";

const site = () => openBuiltSite(resolve(import.meta.dirname, "../../dist"));
const EXERCISE = "stability-limit";
const RIGHT = "2*(1+b)/L";
/** Between two commits, in milliseconds, as `scorm-session.ts` has it; less what the way here varies. */
const BETWEEN = 5000 - 1000;

interface Case {
  readonly edition: ScormEdition;
  readonly what: string;
  readonly described: () => Described | Promise<Described>;
  /** What the LMS has after one exercise is solved. */
  readonly summary: (cmi: Cmi) => unknown;
  readonly expected: unknown;
  readonly objective: Record<string, unknown>;
  readonly standing: string;
}

const CASES: readonly Case[] = [
  {
    edition: "1.2",
    what: "a chapter",
    described: () => describeChapter(site(), "momentum"),
    summary: ({ core }) => [core?.["score"]?.["raw"], core?.["lesson_status"], core?.["exit"]],
    expected: ["9.0909", "incomplete", "suspend"],
    objective: { status: "passed", score: { raw: "100" } },
    standing: "1 of 11 answered, 1 solved",
  },
  {
    edition: "2004",
    what: "an assignment",
    described: () =>
      describeAssignment(site(), {
        ...assignmentOf(questionsFor([EXERCISE])),
        exercises: [
          { id: EXERCISE, chapter: "momentum", edition: 1, points: 3, variant: { kind: "book" } },
        ],
      }),
    summary: (cmi) => [
      cmi["score"]?.["scaled"],
      cmi["score"]?.["raw"],
      cmi["completion_status"],
      cmi["success_status"],
      cmi["exit"],
    ],
    expected: ["1", "3", "completed", "passed", "suspend"],
    objective: { success_status: "passed", completion_status: "completed", score: { raw: "3" } },
    standing: "1 of 1 answered, 1 solved",
  },
];

for (const { edition, what, described, summary, expected, objective, standing } of CASES)
  test(`${what} in an LMS of SCORM ${edition}: what is done arrives there, and is found again elsewhere`, async ({
    page,
    browser,
  }) => {
    const about = await described();
    const launch = await launchFiles();
    const pack = packer({ site: site(), described: about, launch, pass: 0.6, book: undefined });
    const lms = await openLms(edition, pack(edition));
    try {
      await page.goto(lms.address);
      const { box, state, line } = places(page);
      await box.focus();
      await page.keyboard.type(RIGHT);
      await page.keyboard.press("Enter");
      await expect(state).toHaveText("✓ solved");
      await expect(line("standing")).toHaveText(standing);
      await expect.poll(() => summary(last(lms.commits))).toEqual(expected);
      await expect(line("kept")).toHaveText(/^told the LMS at /);

      const { cmi } = lms.commits.at(-1) as Commit;
      const objectives = Object.values(cmi["objectives"] ?? {});
      expect(objectives.find(({ id }) => String(id) === EXERCISE)).toMatchObject(objective);
      expect(objectives).toHaveLength(about.about.exercises.length);
      expect(Object.values(cmi["interactions"] ?? {})).toMatchObject([
        { objectives: { 0: { id: EXERCISE } }, result: "correct" },
      ]);
      const gaps = lms.commits.slice(1).map(({ at }, index) => at - (lms.commits[index]?.at ?? 0));
      for (const gap of gaps) expect(gap).toBeGreaterThan(BETWEEN);

      const records = await savedRecords(page);
      expect(records[0]).toMatchObject({
        actor: { name: "Abel, Ada", account: { name: "u-17" } },
        verb: { display: { en: "answered" } },
        result: { success: true, response: RIGHT },
      });

      const before = lms.commits.length;
      await page.goto("about:blank");
      await expect.poll(() => lms.commits.length).toBeGreaterThan(before);
      expect(summary(last(lms.commits))).toEqual(expected);

      const elsewhere = await browser.newContext();
      const there = await elsewhere.newPage();
      const said: string[] = [];
      there.on("console", (message) => said.push(message.text()));
      await there.goto(lms.address);
      await expect(places(there).box).toHaveValue(RIGHT);
      await expect(places(there).state).toHaveText("✓ solved");
      await expect(places(there).line("standing")).toHaveText(standing);
      await places(there).book.getByRole("link", { name: "Notebook", exact: true }).click();
      await expect(places(there).line("notes")).toHaveText(
        `“Notebook” is in the book. This package holds “${about.about.title}” only.`,
      );
      await elsewhere.close();
      expect(said).toEqual([]);
    } finally {
      await lms.close();
    }
  });

test("an assignment in an LMS is handed in as a file that grades to what the LMS was told", async ({
  page,
}) => {
  const questions = questionsFor([EXERCISE]);
  const assignment: Assignment = {
    ...assignmentOf(questions),
    exercises: [
      { id: EXERCISE, chapter: "momentum", edition: 1, points: 3, variant: { kind: "student" } },
    ],
  };
  const described = await describeAssignment(site(), assignment);
  const launch = await launchFiles();
  const lms = await openLms(
    "2004",
    packer({ site: site(), described, launch, pass: 0.6, book: undefined })("2004"),
  );
  try {
    await page.goto(lms.address);
    const { book, box, state, line } = places(page);
    await box.fill(RIGHT);
    await box.press("Enter");
    await expect(state).toHaveText("✓ solved");
    await expect.poll(() => last(lms.commits)["score"]?.["raw"]).toBe("3");

    const saving = page.waitForEvent("download");
    await book.getByRole("button", { name: "Hand in: save the file" }).press("Enter");
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^Week-3-u-17-\d{4}-\d\d-\d\d\.json$/);
    await expect(book.getByText(/^Handed in on .* The file is Week-3-u-17-/)).toBeVisible();
    const received = await readSubmission(readFileSync(await download.path()));
    const course = await courseOf(assignment, questions, downhill.version);
    const result = await regrade(course, download.suggestedFilename(), received);
    expect(result).toMatchObject({
      state: "graded",
      student: { name: "Abel, Ada", number: "u-17" },
      marks: [{ exercise: EXERCISE, credit: 1 }],
    });
    expect(result.flags.filter(({ kind }) => kind !== "late")).toEqual([]);
    await expect(line("standing")).toHaveText("1 of 1 answered, 1 solved");
  } finally {
    await lms.close();
  }
});

function places(page: Page) {
  const launched = page.frameLocator("iframe[title=Course]");
  const book = launched.frameLocator("iframe");
  const exercise = book.locator(`downhill-exercise[data-exercise="${EXERCISE}"][data-ready]`);
  return {
    launched,
    book,
    box: exercise.locator("[data-part=form] input[type=text]").first(),
    state: exercise.locator("[data-part=state]"),
    line: (name: string) => launched.locator(`#${name}`),
  };
}

const last = (commits: readonly Commit[]): Cmi => commits.at(-1)?.cmi ?? ({} as Cmi);

async function savedRecords(page: Page): Promise<readonly Statement[]> {
  const { launched } = places(page);
  await launched.getByRole("button", { name: "Learning record" }).press("Enter");
  const coming = page.waitForEvent("download");
  await launched.getByRole("button", { name: /^Save what was learned/ }).press("Enter");
  const path = await (await coming).path();
  return JSON.parse(readFileSync(path, "utf8")) as readonly Statement[];
}
