import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EXAMPLE } from "#components/classroom/assign/own-example.ts";
import { readOwn } from "#components/classroom/assign/own-files.ts";
import { allExercises } from "../../../content/exercises/exercise-files.ts";

const read = (...files: readonly (readonly [name: string, text: string])[]) =>
  readOwn(
    files.map(([name, text]) => ({ name, text })),
    parse,
    (text) => text,
  );

describe("exercises of the teacher's own", () => {
  it("are begun with the example, which can be used as it is", () => {
    const { own, problems } = read(["index.mdx", EXAMPLE]);
    expect(problems).toEqual([]);
    expect(own).toMatchObject([{ id: "the-length-of-a-step", data: { kind: "number" } }]);
    expect(own[0]?.prompt).toContain("$\\eta = 0.1$");
    expect(JSON.stringify(own[0]?.data)).toContain("$0.1 \\\\cdot 6 = 0.6$");
  });

  it("have the name of their file, where it is not index", () => {
    expect(read(["Länge des Schritts.md", EXAMPLE]).own[0]?.id).toBe("lange-des-schritts");
  });

  it("come back from the JSON of an assignment, one or a list", () => {
    const [own] = read(["index.mdx", EXAMPLE]).own;
    expect(read(["one.json", JSON.stringify(own)]).own).toEqual([own]);
    expect(read(["all.json", JSON.stringify([own, own])]).own).toEqual([own, own]);
  });

  it.each([
    [
      "index.mdx",
      "What is two and two?",
      "index.mdx: it does not begin with the fields of an exercise between two lines “---”. Begin with the example that this page offers.",
    ],
    ["index.mdx", "---\nkind: [\n---\nWhy?", "index.mdx: its fields cannot be read: "],
    ["index.mdx", "---\nnothing\n---\nWhy?", "index.mdx: it has no fields."],
    ["index.mdx", "---\nkind: number\n---\nWhy?", "index.mdx: it has no title. Give it one."],
    ["a.json", '{"id": "a"', "a.json: it is no JSON, or not all of it is there."],
    [
      "a.json",
      '{"id": "A b", "prompt": ""}',
      "a.json: an exercise needs an id of small letters, digits and hyphens, data and a prompt.",
    ],
    ["a.json", "[null]", "a.json: an exercise needs an id of small letters"],
    ["a.md", "x".repeat(200_001), "a.md: it has 200001 characters, and at most 200000 are read."],
    ["sum.md", "---\nkind: number\ntitle: Sum\n---\nWhy?", "own exercise “sum”: hints: "],
    [
      "starter.ts",
      "export const x = 1;",
      "There is no exercise in these files. Choose the exercise’s index.mdx or .json, and its .ts files with it.",
    ],
  ])("%s: what is wrong with it is said: %#", (name, text, words) => {
    const { own, problems } = read([name, text]);
    expect(own).toEqual([]);
    expect(problems[0]).toContain(words);
  });

  it("in code need the files beside them", () => {
    const code =
      '---\nkind: code\ntitle: Double\nhints: ["Add."]\nexplanation: "Twice."\n---\nWrite double.';
    expect(read(["index.mdx", code]).problems[0]).toContain(
      "own exercise “double”: an exercise in code needs the files starter.ts, solution.ts and check.ts.",
    );
    const files = ["starter.ts", "solution.ts", "check.ts"] as const;
    const book = allExercises().find(({ id }) => id === "heavy-ball");
    const { own, problems } = read(
      ["index.mdx", code],
      ...files.map((file) => [file, book?.read(file) ?? ""] as const),
    );
    expect(problems).toEqual([]);
    expect(Object.keys(own[0]?.files ?? {}).sort()).toEqual([...files].sort());
  });

  it("are taken where they can be used, though another file cannot", () => {
    const { own, problems } = read(["index.mdx", EXAMPLE], ["b.json", "{"]);
    expect(own).toHaveLength(1);
    expect(problems).toHaveLength(1);
  });
});
