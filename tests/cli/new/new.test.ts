import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const COPIED = ["components", "content", "src", "tests"];
const FILES = [
  "package.json",
  "tsconfig.json",
  ".biome.json",
  ".gitignore",
  "astro.config.mjs",
  "README.md",
];
const bin = join(root, "node_modules/.bin");
const env = { ...process.env, PATH: `${bin}:${process.env["PATH"]}`, NO_COLOR: "1" };

/** The tests of what is made, beside the chapter's own, and which of their cases concern it. */
const CONCERNED = [
  "tests/architecture.test.ts",
  "tests/cli/write-index.test.ts",
  "tests/components/widgets/made-here.test.ts",
  "tests/components/widgets/server.test.tsx",
  "tests/content/chapters/cells-as-typescript.test.ts",
  "tests/content/chapters/stored-outputs.test.ts",
  "tests/content/exercises/every-exercise.test.ts",
  "tests/optim/methods/contract.test.ts",
  "tests/optim/methods/made-here.test.ts",
];
const NAMES = "[Mm]ade.here|MadeHere|up to date|imports one way|by hand|a theorem";

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** A copy of the project to make things in. */
const copy = mkdtempSync(join(tmpdir(), "downhill-new-"));

beforeAll(() => {
  const skipped = /(^|\/)(node_modules|dist|fixtures|bench)$/;
  for (const folder of COPIED)
    cpSync(join(root, folder), join(copy, folder), {
      recursive: true,
      filter: (path) => !skipped.test(path),
    });
  for (const file of FILES) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true }));

function program(name: string, ...words: readonly string[]) {
  return spawnSync(name, words, { cwd: copy, env, encoding: "utf8" });
}

const run = (...words: readonly string[]) => program(process.execPath, "src/cli/new.ts", ...words);

const text = (path: string) => readFileSync(join(copy, path), "utf8");

describe("npm run new", () => {
  it("makes one of each, and the tests that concern them pass", () => {
    const made = [
      run("exercise", "made-here", "number", "momentum"),
      run("chapter", "made-here", "S-GRAD-8"),
      run("widget", "made-here", "momentum"),
      run("method", "made-here", "curvature"),
    ];
    for (const { status, stderr } of made) expect([status, stderr]).toEqual([0, ""]);
    const momentum = text("content/chapters/06-momentum.mdx");
    for (const line of ['<Exercise id="made-here" />', "<MadeHere client:touch />"])
      expect(momentum.indexOf(line)).toBeLessThan(momentum.indexOf("## Recap"));
    expect(momentum).toContain('import MadeHere from "#components/widgets/MadeHere.tsx";');
    expect(text("src/optim/README.md")).toContain("madeHere");
    const chapter = /content\/chapters\/\d+-made-here/.exec(made[1]?.stdout ?? "")?.[0] ?? "?";
    expect(existsSync(join(copy, `${chapter}.mdx`))).toBe(true);

    const lint = program("biome", "ci", "--error-on-warnings", "src/optim", "components", "tests");
    expect(lint.status, lint.stdout + lint.stderr).toBe(0);
    const tests = [...CONCERNED, `tests/${chapter}.test.ts`];
    const checked = program(
      "vitest",
      "run",
      "--config=tests/vitest.config.ts",
      "--reporter=json",
      "--outputFile=report.json",
      `--testNamePattern=${NAMES}`,
      ...tests,
    );
    expect(checked.status, checked.stdout + checked.stderr).toBe(0);
    const { testResults } = JSON.parse(text("report.json")) as Report;
    const passed = testResults
      .filter(({ assertionResults }) => assertionResults.some(({ status }) => status === "passed"))
      .map(({ name }) => relative(realpathSync(copy), name));
    expect(passed.sort()).toEqual(tests.sort());
  }, 600_000);

  it.each([
    [["poem", "x"], "“poem” cannot be made. What can be: exercise, chapter, widget, method."],
    [["exercise", "First"], "“First” is no id. Use small letters, digits and hyphens"],
    [["exercise", "some-new", "riddle", "momentum"], "“riddle” is no kind of exercise."],
    [
      ["exercise", "heavy-ball", "number", "momentum"],
      "content/exercises/heavy-ball exists already.",
    ],
    [["widget", "some-new", "poetry"], "there is no chapter “poetry”. There are gradients,"],
    [["chapter", "some-new", "S-NO-1"], "“S-NO-1” is no item of content/syllabus.yml."],
    [["chapter", "momentum", "S-GRAD-8"], "content/contents.yml has “momentum” already."],
    [["method", "some-new", "magic"], "“magic” is no family of methods."],
  ])("refuses %j and makes nothing", (words, reason) => {
    const { status, stderr } = run(...words);
    expect(status).toBe(1);
    expect(stderr).toContain(`new: ${reason}`);
    expect(stderr).toContain("npm run new");
    expect(existsSync(join(copy, "content/exercises/some-new"))).toBe(false);
  });
});
