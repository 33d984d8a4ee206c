import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
/** An address that begins at the root of the host, where the book need not be. */
const FROM_THE_ROOT =
  /(?:\b(?:href|src|action|poster)=["'{`]+|\]\(|\b(?:fetch|import|Worker|URL)\(["'`]|url\(["']?|\blocation(?:\.href)? = ["'`])\/(?!\/|[*])/;
const LANGUAGES = /\.(astro|tsx?|mjs|mdx|css|yml)$/;

const files = ["src", "components", "content"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => LANGUAGES.test(path) && !path.includes("node_modules"))
    .map((path) => join(folder, path)),
);

test("no address is written from the root of a host, since the book may lie in a folder of it", () => {
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) =>
        FROM_THE_ROOT.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

test.each([
  `<a href="/momentum/">`,
  "<a href={`/momentum/`}>",
  "[momentum](/momentum/)",
  `fetch("/search.json")`,
  "url(/fonts/text.woff2)",
])("%s is one", (line) => {
  expect(line).toMatch(FROM_THE_ROOT);
});
