import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");

it("a button takes another colour under a pointer only where one can hover: a finger leaves it on", () => {
  const sheets = globSync("{src,components}/**/*.css", { cwd: root });
  const loose = sheets.filter((file) =>
    readFileSync(resolve(root, file), "utf8")
      .replace(/@media \(hover: hover\) \{\n(?: {2}.*\n|\n)*\}/g, "")
      .includes("button:hover"),
  );
  expect(sheets.length).toBeGreaterThan(30);
  expect(loose).toEqual([]);
});
