/**
 * `npm run audit`: the long proofs. Every property of the tests on twenty times as many cases, and
 * fresh ones; every exercise on twenty seeds, with all mutants of its solution, and in the browser on
 * its page; every cell taken away and run under plain Node; every code exercise judged by the command
 * as by the page; every page accessible; figures and margins at every width; the whole book as PDF,
 * without a network, under a sub-path, and in a language that nobody speaks; its pages, cells and
 * exercises in Firefox; every attack on the page; all reference numbers.
 * Ends with how many parts passed, and fails when one does.
 */
import { spawnSync } from "node:child_process";

const TIMES = 20;

interface Part {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

process.env["ASTRO_TELEMETRY_DISABLED"] = "1";

const vitest = (...args: readonly string[]) => ({
  program: "vitest",
  args: ["run", "--config", "tests/vitest.config.ts", "--testTimeout", "600000", ...args],
});

const browser = ["test", "--config", "tests/browser/playwright.config.ts"];

const parts: readonly Part[] = [
  {
    name: `properties, ${TIMES} times the cases`,
    ...vitest("tests/optim", "tests/formula", "tests/grading", "tests/plotting"),
  },
  {
    name: "exercises: every mutant of every solution, twenty seeds",
    ...vitest("tests/content/exercises"),
  },
  { name: "every cell taken away, under plain Node", ...vitest("tests/takeaway") },
  {
    name: "every code exercise, judged by the command as by the page",
    ...vitest("tests/cli/grade"),
  },
  { name: "build", program: "astro", args: ["build"] },
  {
    name: "exercises: each on its page",
    program: "playwright",
    args: [...browser, "every-exercise"],
  },
  {
    name: "every page, accessible",
    program: "playwright",
    args: [...browser, "every-page", "reading", "chapters"],
  },
  {
    name: "figures, margins and settings at every width",
    program: "playwright",
    args: [...browser, "widgets.spec", "margins", "comfort"],
  },
  {
    name: "a run of more than ten seconds, and the worksheet of the whole book",
    program: "playwright",
    args: [...browser, "long-run", "whole-sheet"],
  },
  { name: "the whole book as PDF", program: "playwright", args: [...browser, "print.spec"] },
  {
    name: "the whole book without a network, and its next edition",
    program: "playwright",
    args: [...browser, "offline"],
  },
  { name: "the book under a sub-path", program: "playwright", args: [...browser, "sub-path"] },
  {
    name: "every text of the interface, in a language that nobody speaks",
    program: "playwright",
    args: [...browser, "pseudo-language"],
  },
  { name: "in Firefox", program: "playwright", args: [...browser, "firefox"] },
  { name: "all attacks", program: "playwright", args: [...browser, "attacks", "memory"] },
  {
    name: "reference numbers",
    program: process.execPath,
    args: ["--conditions=downhill-source", "src/cli/fixtures.ts", "tests/fixtures"],
  },
];

let failed = 0;
for (const { name, program, args } of parts) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, DOWNHILL_TIMES: String(TIMES) },
  });
  if (status !== 0) failed++;
}
console.log(`\n${parts.length - failed} parts passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
