import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

const CHAPTER = '## A\n\n<Cell id="a">\n```ts\n1\n```\n</Cell>\n';

const labels = (language: string) =>
  execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `const { speakInNode } = await import("./src/language/speak-in-node.ts");
       speakInNode(${JSON.stringify(language)});
       const { chapterItems } = await import("./src/course/chapter-items.ts");
       console.log(chapterItems(${JSON.stringify(CHAPTER)}, 3).map(({ label }) => label).join());`,
    ],
    { encoding: "utf8" },
  ).trim();

it("has the messages of the edition in what Node loads for the build", () => {
  expect(labels("en-XA")).toContain("[Çééll a]");
  expect(labels("en")).toContain("Cell a");
});
