import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { layers } from "#src/course/layers.ts";
import { parseContents } from "#src/course/parse-contents.ts";

const content = resolve(import.meta.dirname, "../../content");
const chapters = parseContents(readFileSync(`${content}/contents.yml`, "utf8")).flatMap(
  (part) => part.chapters,
);
const glossary = parse(readFileSync(`${content}/glossary.yml`, "utf8")) as Record<
  string,
  { readonly chapter: string }
>;

describe("a graph in rows", () => {
  it("puts each node below all that it needs", () => {
    const { row } = layers(chapters);
    for (const { id, needs } of chapters)
      for (const need of needs) expect(row.get(need)).toBeLessThan(row.get(id)!);
  });

  it("puts what needs nothing just above the first that needs it", () => {
    const { row } = layers([
      { id: "a", needs: [] },
      { id: "b", needs: ["a"] },
      { id: "late", needs: [] },
      { id: "c", needs: ["b", "late"] },
    ]);
    expect([row.get("a"), row.get("b"), row.get("late"), row.get("c")]).toEqual([0, 1, 1, 2]);
  });

  it("leaves out an arrow that follows from others", () => {
    const { arrows } = layers([
      { id: "a", needs: [] },
      { id: "b", needs: ["a"] },
      { id: "c", needs: ["a", "b"] },
    ]);
    expect(arrows.map(({ from, to }) => from + to)).toEqual(["ab", "bc"]);
  });

  it("gives a long arrow a place in every row that it crosses", () => {
    const { arrows, rows } = layers(chapters);
    for (const { from, to, way } of arrows) {
      const start = rows.findIndex((row) => row.includes(from));
      const end = rows.findIndex((row) => row.includes(to));
      expect(way).toHaveLength(end - start + 1);
      way.slice(1, -1).forEach((place, at) => {
        expect(rows[start + 1 + at]).toHaveProperty(String(place), undefined);
      });
    }
  });

  it("uncrosses two arrows", () => {
    const { arrows } = layers([
      { id: "a", needs: [] },
      { id: "b", needs: [] },
      { id: "c", needs: ["b"] },
      { id: "d", needs: ["a"] },
    ]);
    const [one, two] = arrows.map(({ way }) => way);
    expect(Math.sign(one![0]! - two![0]!)).toBe(Math.sign(one![1]! - two![1]!));
  });

  it("refuses a circle", () => {
    const circle = [
      { id: "a", needs: ["b"] },
      { id: "b", needs: ["a"] },
    ];
    expect(() => layers(circle)).toThrow("layers: a needs b needs a. Nothing may need itself.");
  });
});

describe("the concepts of the chapters", () => {
  it("are terms that the glossary says are taught there", () => {
    for (const { id, concepts } of chapters) {
      expect(concepts.length).toBeGreaterThan(1);
      for (const concept of concepts)
        expect([concept, glossary[concept]?.chapter]).toEqual([concept, id]);
    }
  });

  it("come from a glossary whose terms are taught in chapters of the book", () => {
    const ids = new Set(chapters.map(({ id }) => id));
    for (const [term, { chapter }] of Object.entries(glossary))
      expect([term, ids.has(chapter)]).toEqual([term, true]);
  });
});
