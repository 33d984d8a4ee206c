import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { methodTable, withMethodTable } from "#src/cli/method-table.ts";
import {
  COMMAND,
  catalogueText,
  generatedFiles,
  indexText,
  staleFiles,
} from "../../src/cli/write-index.ts";
import * as optim from "../../src/optim/src/index.ts";

test("the generated files of the package are up to date", () => {
  expect(staleFiles(), `Stale. Run: ${COMMAND}`).toEqual([]);
});

test("the command is the one to type", () => {
  expect(COMMAND).toBe("npx node src/cli/write-index.ts");
});

test("the index lists the modules in sorted order", () => {
  expect(indexText(["vec.ts", "methods/momentum.ts"]).split("\n").slice(-3)).toEqual([
    'export * from "./methods/momentum.ts";',
    'export * from "./vec.ts";',
    "",
  ]);
});

test("a name comes before its longer relatives, as the formatter sorts imports", () => {
  expect(indexText(["methods/adam-w.ts", "methods/adam.ts"]).split("\n").slice(-3)).toEqual([
    'export * from "./methods/adam.ts";',
    'export * from "./methods/adam-w.ts";',
    "",
  ]);
});

test("the catalogue takes the card from each method's file by its name", () => {
  const text = catalogueText(
    ["methods/momentum.ts", "methods/gradient-descent.ts"],
    ["schedules/step-decay.ts"],
  );
  expect(text).toContain('import { gradientDescentCard } from "./methods/gradient-descent.ts";');
  expect(text).toContain("[\n  gradientDescentCard,\n  momentumCard,\n];");
  expect(text).toContain("[\n  stepDecayCard,\n];");
});

test("every export of every module is reachable from the index", async () => {
  // `export *` drops a name silently when two modules export it.
  const lines = [...generatedFiles()].find(([path]) => path.endsWith("src/index.ts"))![1];
  for (const [, path] of lines.matchAll(/from "(.+)"/g)) {
    const module = await import(new URL(path!, SOURCE).href);
    for (const name of Object.keys(module))
      expect(optim, `${name} of ${path}`).toHaveProperty(name, module[name]);
  }
});

const SOURCE = new URL("../../src/optim/src/", import.meta.url);

test("the table of methods in the package's README is up to date", () => {
  const readme = readFileSync(new URL("../../src/optim/README.md", import.meta.url), "utf8");
  expect(withMethodTable(readme, optim.methodCards), `run \`${COMMAND}\``).toBe(readme);
});

test("every function that the table names makes a method", () => {
  for (const [, name] of methodTable(optim.methodCards).matchAll(/^\| `(\w+)`/gm))
    expect(optim).toHaveProperty(name!, expect.any(Function));
});
