import { expect, test } from "vitest";
import { fileName } from "#src/classroom/file-name.ts";

test("no part of a name takes the room of another, and none ends in a hyphen", () => {
  const title = "An assignment whose title goes on and - on and on";
  expect(fileName([title, `${"n".repeat(39)}--@example.org`, "2026-11-29"], ".json")).toBe(
    `An-assignment-whose-title-goes-on-and-on-${"n".repeat(39)}-2026-11-29.json`,
  );
  expect(fileName(["Été", "", "№ 7"], "-students.csv")).toBe("Ete-No-7-students.csv");
});
