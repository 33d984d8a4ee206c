import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { methodCards } from "@downhill/optim";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { methodRun } from "#components/reference/method-run.ts";
import { runListing } from "#components/reference/run-listing.ts";
import { installPacked } from "../../optim/packed-package.ts";

const { folder } = installPacked();
const shown = methodCards.map((card) => {
  const run = methodRun(card);
  return { id: card.id, run, listing: runListing(card, run) };
});

/** What a listing printed, and f at each of its frames. */
interface Ran {
  readonly printed: readonly string[];
  readonly values: readonly number[];
}
const ran = runAll();

describe.each(shown)("the listing on the page of $id", ({ id, run, listing }) => {
  test("makes the run of the figure, with the package as it is published", () => {
    expect(ran[id]!.values).toEqual(run.values);
  });

  test("prints what its last lines say", () => {
    const said = listing.split("\n").filter((line) => line.startsWith("// "));
    expect(said).toEqual(ran[id]!.printed.map((line) => `// ${line}`));
  });

  test("has no long line", () => {
    for (const line of listing.split("\n")) expect(line.length, line).toBeLessThan(74);
  });
});

test("the listings are strict TypeScript", () => {
  const files = shown.map(({ id, listing }) => {
    const file = join(folder, `${id}.ts`);
    writeFileSync(file, `declare const console: { log(...values: unknown[]): void };\n${listing}`);
    return file;
  });
  const program = ts.createProgram(files, {
    strict: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    lib: ["lib.es2022.d.ts"],
    types: [],
  });
  expect(
    ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  ).toEqual([]);
});

/** Runs all listings in Node, each a module of its own, in a project that has installed the package. */
function runAll(): Readonly<Record<string, Ran>> {
  for (const { id, listing } of shown)
    writeFileSync(join(folder, `${id}.mjs`), `${listing}\nexport { frames };\n`);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `const write = console.log;
const ran = {};
for (const id of ${JSON.stringify(shown.map(({ id }) => id))}) {
  const printed = [];
  console.log = (...words) => printed.push(words.join(" "));
  const { frames } = await import(\`./\${id}.mjs\`);
  ran[id] = { printed, values: frames.map(({ f }) => f) };
}
write(JSON.stringify(ran));`,
    ],
    { cwd: folder, encoding: "utf8", maxBuffer: 1e8 },
  );
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}
