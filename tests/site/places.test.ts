import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseContents } from "#src/course/parse-contents.ts";
import { parseSyllabus } from "#src/course/parse-sources.ts";
import { builtPages } from "./pages.ts";

const content = resolve(import.meta.dirname, "../../content");
const syllabus = parseSyllabus(readFileSync(`${content}/syllabus.yml`, "utf8"));
const pages = builtPages();

const chapters = readdirSync(`${content}/chapters`)
  .filter((file) => file.endsWith(".mdx"))
  .map((file) => {
    const [, front = ""] = /^---\n([\s\S]*?)\n---\n/.exec(
      readFileSync(`${content}/chapters/${file}`, "utf8"),
    )!;
    const { covers = [] } = parse(front) as { readonly covers?: readonly string[] };
    const path = `/${file.replace(/^\d+-|\.mdx$/g, "")}/`;
    const { document } = pages.find((page) => page.path === path)!;
    const places = [...document.querySelectorAll(".place > [id]")].map(({ id }) => id);
    return { file, covers, places };
  });

/** Numbers of the chapters that contents.yml has and content/chapters/ has not. */
const toCome = parseContents(readFileSync(`${content}/contents.yml`, "utf8"))
  .flatMap((part) => part.chapters.map(({ number }) => number))
  .filter((number) => !chapters.some(({ file }) => Number.parseInt(file, 10) === number));

describe("syllabus.yml", () => {
  it("says of every item in a few words what it is", () => {
    expect(syllabus.size).toBeGreaterThan(300);
    for (const what of syllabus.values()) expect(what).toMatch(/\S{3}/);
  });

  it("is treated whole: every item is covered by a chapter, and has a place on its page", () => {
    const treated = new Set(
      chapters.flatMap(({ covers, places }) => covers.filter((id) => places.includes(id))),
    );
    const left = [...syllabus.keys()].filter((id) => !treated.has(id));
    // While chapters are to come, what is left waits for one of them; after that, nothing may be.
    if (toCome.length === 0) expect(left).toEqual([]);
    else console.log(`Chapters ${toCome.join(", ")} are to come. Left for them: ${left.join(" ")}`);
  });
});

describe.each(chapters)("$file", ({ covers, places }) => {
  it("covers items of the syllabus, each named once", () => {
    expect(covers.length).toBeGreaterThan(0);
    expect(covers.filter((id) => !syllabus.has(id))).toEqual([]);
    expect(covers.filter((id, index) => covers.indexOf(id) !== index)).toEqual([]);
  });

  it("has a place for every item that it covers", () => {
    expect(covers.filter((id) => !places.includes(id))).toEqual([]);
  });

  it("names at its places only what it covers", () => {
    expect(places.filter((id) => !covers.includes(id))).toEqual([]);
  });
});
