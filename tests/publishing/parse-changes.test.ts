import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { dayInWords, parseChanges } from "#src/publishing/parse-changes.ts";

const root = resolve(import.meta.dirname, "../..");
const entry = (date: string, edition = "1.0.0") =>
  `- edition: ${edition}\n  date: ${date}\n  title: T\n  changes: [One.]\n`;

describe("parseChanges", () => {
  it("reads the book's own changes, whose first is the version of the package", () => {
    const [newest] = parseChanges(readFileSync(`${root}/content/changes.yml`, "utf8"));
    const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
    expect(newest.edition).toBe(version);
  });

  it("wants the newest first, and each day once", () => {
    expect(() => parseChanges(entry("2026-01-01") + entry("2026-01-02"))).toThrow(
      "changes.yml: the newest comes first and each day once; 2026-01-02 stands after 2026-01-01. Put it in its place.",
    );
    expect(() => parseChanges(entry("2026-01-01") + entry("2026-01-01"))).toThrow("each day once");
    expect(parseChanges(entry("2026-01-02") + entry("2026-01-01"))).toHaveLength(2);
  });

  it("names what is malformed", () => {
    expect(() => parseChanges("[]")).toThrow("changes.yml: ");
    expect(() => parseChanges(entry("2026-02-30"))).toThrow(/changes\.yml: [\s\S]*date/);
    expect(() => parseChanges(entry("2026-01-01", "one"))).toThrow(/changes\.yml: [\s\S]*edition/);
    expect(() => parseChanges(`${entry("2026-01-01")}  by: me\n`)).toThrow('"by"');
  });
});

it("says a day in words", () => {
  expect(dayInWords("2026-11-29")).toBe("29 November 2026");
});
