import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { LAYERS } from "#src/cli/layers.ts";

const root = resolve(import.meta.dirname, "../..");
const page = readFileSync(join(root, "src/README.md"), "utf8");

it("names only files and folders that are there, from src/ or from the root", () => {
  const named = [...page.matchAll(/`([\w./[\]-]+(?:\/|\.\w+))`|\]\(([\w./-]+)\)/g)]
    .map(([, code, link]) => code ?? link ?? "")
    // Made by the build.
    .filter((path) => path !== "llms.txt");
  expect(named.length).toBeGreaterThan(15);
  const missing = named.filter(
    (path) => !existsSync(join(root, "src", path)) && !existsSync(join(root, path)),
  );
  expect(missing).toEqual([]);
});

it("fits on a page, and the README of the project names every folder of the layers", () => {
  expect(page.split(/\s+/).length).toBeLessThan(600);
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const folders = LAYERS.flat().filter((folder) => !/^src\/(layouts|pages)$/.test(folder));
  for (const folder of folders) expect(readme).toContain(`| \`${folder}/\``);
});
