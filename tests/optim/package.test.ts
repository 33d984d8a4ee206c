import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../src/optim/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), "utf8");
const modules = readdirSync(new URL("src/", folder), { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts"),
);

test("the package has no dependencies", () => {
  const manifest = JSON.parse(read("package.json"));
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.peerDependencies).toBeUndefined();
});

test.each(modules)("%s imports nothing from outside the package", (path) => {
  const depth = path.split("/").length - 1;
  for (const [, from] of read(`src/${path}`).matchAll(/\bfrom "([^"]+)"/g)) {
    expect(from).toMatch(/^\.{1,2}\/.*\.ts$/);
    expect(from!.split("../").length - 1).toBeLessThanOrEqual(depth);
  }
});

test.each(modules)("%s uses neither Math.random nor the clock", (path) => {
  expect(read(`src/${path}`)).not.toMatch(/Math\.random|Date\.now|performance\./);
});
