import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { builtPages } from "./pages.ts";

const content = resolve(import.meta.dirname, "../../content");
const syllabus = parse(readFileSync(`${content}/syllabus.yml`, "utf8")) as Record<string, string>;
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
    const places = [...document.querySelectorAll("[data-covers]")].flatMap((place) =>
      place.getAttribute("data-covers")!.split(" "),
    );
    return { file, covers, places };
  });

describe("syllabus.yml", () => {
  it("says of every item in a few words what it is", () => {
    const items = Object.entries(syllabus);
    expect(items.length).toBeGreaterThan(300);
    for (const [id, what] of items) {
      expect(id).toMatch(/^([SE]-[A-Z]+|X)-\d+$/);
      expect(what).toMatch(/\S{3}/);
    }
  });
});

describe.each(chapters)("$file", ({ covers, places }) => {
  it("covers items of the syllabus, each named once", () => {
    expect(covers.length).toBeGreaterThan(0);
    expect(covers.filter((id) => !(id in syllabus))).toEqual([]);
    expect(covers.filter((id, index) => covers.indexOf(id) !== index)).toEqual([]);
  });

  it("has a place for every item that it covers", () => {
    expect(covers.filter((id) => !places.includes(id))).toEqual([]);
  });

  it("names at its places only what it covers", () => {
    expect(places.filter((id) => !covers.includes(id))).toEqual([]);
  });
});
