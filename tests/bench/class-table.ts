/**
 * Makes a class and grades it in the page: `node --conditions=downhill-source
 * tests/bench/class-table.ts [STUDENTS]`. Needs the built site (`npm run build`).
 *
 * Twenty exercises, six of them in code, 300 students unless another number is given; every
 * fifteenth means harm. Prints how long it took from the choice of the files to the whole table, and
 * what kept the page from answering meanwhile: tasks of 50 ms and more.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { preview } from "astro";
import { assignmentOf, questionsFor, TWENTY } from "../classroom/assignment-of.ts";
import { HOSTILE } from "../classroom/hostile-code.ts";
import { inTheirChapters } from "../classroom/in-their-chapters.ts";
import { syntheticClass } from "../classroom/synthetic-class.ts";
import { launch } from "./visit.ts";

/** An hour: a class of a thousand on a slow machine. */
const PATIENCE = 3_600_000;
const PORT = Number(process.env["DOWNHILL_TEST_PORT"] ?? 4398);

const root = resolve(import.meta.dirname, "../..");
const students = Number(process.argv[2] ?? 300);
const questions = questionsFor(TWENTY);
const assignment = inTheirChapters(assignmentOf(questions));
const { version: edition } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly version: string;
};
// A browser without a process for the frame does not survive what fills the memory.
const attacks = (Object.keys(HOSTILE) as readonly (keyof typeof HOSTILE)[]).filter(
  (name) => !name.includes("memory"),
);
const folder = mkdtempSync(join(tmpdir(), "downhill-class-"));
const inbox = join(folder, "in");
mkdirSync(inbox);
writeFileSync(join(folder, "assignment.json"), JSON.stringify(assignment));
for (const { name, bytes } of await syntheticClass({
  assignment,
  questions,
  students,
  edition,
  attacks,
}))
  writeFileSync(join(inbox, name), bytes);

const server = await preview({ server: { port: PORT }, logLevel: "error" });
const browser = await launch();
const page = await (await browser.newContext()).newPage();
await page.addInitScript(() => {
  const tasks: number[] = [];
  Object.assign(globalThis, { tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
  }).observe({ type: "longtask" });
});
await page.goto(`http://localhost:${server.port}/teach/table/`);
await page.locator("[data-part=assignment-file]").setInputFiles(join(folder, "assignment.json"));
await page.getByRole("button", { name: "Open another assignment" }).waitFor();
const began = performance.now();
await page.locator("[data-part=folder]").setInputFiles(inbox);
await page
  .locator("[data-part=status]", { hasText: /^\d+ files graded\./ })
  .waitFor({ timeout: PATIENCE });
const seconds = (performance.now() - began) / 1000;
const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
const rows = await page.locator(".class-students output, [data-part=shown]").textContent();
console.log(
  `${await page.locator("[data-part=status]").textContent()} ${rows}: ${seconds.toFixed(1)} s, ${(seconds / students).toFixed(2)} s each.`,
);
console.log(
  `Tasks of 50 ms and more: ${tasks.length}, the longest ${Math.max(0, ...tasks)} ms, together ${tasks.reduce((sum, one) => sum + one, 0)} ms.`,
);
await browser.close();
await server.stop();
rmSync(folder, { recursive: true });
