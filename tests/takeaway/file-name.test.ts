import { expect, it } from "vitest";
import { fileName } from "#src/takeaway/file-name.ts";

it.each([
  ["Gradient descent", undefined, "gradient-descent"],
  ["Gradient descent", "first-step", "gradient-descent-first-step"],
  ["../../etc/passwd", "a/b\\c", "etc-passwd-a-b-c"],
  ["Übung: größer", undefined, "ubung-gro-er"],
  ["", undefined, "notebook"],
  ["勾配", "…", "notebook"],
  ["CON.ts", undefined, "con-ts"],
])("calls a file of “%s”, %s, %s", (title, only, name) => {
  expect(fileName(title, only)).toBe(name);
});

it("is never long, and never ends with a hyphen", () => {
  const name = fileName(`${"a".repeat(59)} ${"b".repeat(1000)}`);
  expect(name).toBe("a".repeat(59));
});
