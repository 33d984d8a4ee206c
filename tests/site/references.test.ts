import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { previewOf } from "#components/explain/preview.ts";
import { type ChapterItem, chapterItems } from "#src/course/chapter-items.ts";
import { builtPages, dist } from "./pages.ts";

const content = resolve(import.meta.dirname, "../../content");
const works = Object.keys(
  parse(readFileSync(`${content}/references.yml`, "utf8")) as Record<string, object>,
);
const pages = builtPages();
const page = (path: string) => pages.find((one) => one.path === path)!.document;
const chapters = readdirSync(`${content}/chapters`).map((name) => {
  const [, number, id = ""] = /^(\d+)-(.*)\.mdx$/.exec(name) ?? [];
  const mdx = readFileSync(`${content}/chapters/${name}`, "utf8");
  return { id, items: chapterItems(mdx, Number(number)) };
});

/** Where an item shows the link to itself, and all elements of its kind. */
const SHOWN: Readonly<Record<ChapterItem["kind"], readonly [link: string, all: string]>> = {
  section: ["& > a", ".prose :is(h2, h3):not(.sr-only)"],
  equation: ["& > .equation-number", ".prose .equation[id]"],
  figure: ["& > .widget-title > a", ".prose figure.widget"],
  exercise: ["& > .exercise-title > a", ".prose downhill-exercise"],
  statement: ["& > .statement-title > a", ".prose .statement"],
  cell: ["& > .cell-title > .anchor", ".prose downhill-cell"],
};

describe.each(chapters)("what can be referred to in $id", ({ id, items }) => {
  const document = page(`/${id}/`);
  const kinds = Object.keys(SHOWN) as ChapterItem["kind"][];

  it.each(kinds)("has every %s with its anchor, in order", (kind) => {
    const anchors = items.filter((item) => item.kind === kind).map(({ anchor }) => anchor);
    const there = [...document.querySelectorAll(SHOWN[kind][1])].map((element) => element.id);
    expect(there).toEqual(anchors);
  });

  it("shows the link to each, with its number", () => {
    for (const { kind, anchor, label } of items) {
      const link = document.querySelector(SHOWN[kind][0].replace("&", `[id="${anchor}"]`));
      expect([anchor, link?.getAttribute("href")]).toEqual([anchor, `#${anchor}`]);
      if (kind !== "section" && kind !== "cell") expect(link?.textContent).toBe(label);
    }
  });

  it("can be previewed, unless it is a section without text", () => {
    const shown = items.filter(({ kind }) => kind !== "section");
    expect(shown.length).toBeGreaterThan(15);
    for (const { anchor } of shown)
      expect([anchor, previewOf(document.getElementById(anchor)!)]).toEqual([
        anchor,
        expect.stringMatching(/\S{3}/),
      ]);
  });
});

describe("a row that one may want to link to", () => {
  it.each(["/glossary/", "/bibliography/"])("of %s is named by its link", (path) => {
    const rows = [...page(path).querySelectorAll(".glossary > div")];
    expect(rows.length).toBeGreaterThan(100);
    for (const { id, firstElementChild } of rows)
      expect(firstElementChild?.querySelector("a")?.getAttribute("href")).toBe(`#${id}`);
  });
});

describe("a link in the text", () => {
  it("has words, or a name", () => {
    for (const { path, document } of pages)
      for (const link of document.querySelectorAll("main a[href]"))
        expect([path, link.outerHTML, link.getAttribute("aria-label") ?? link.textContent]).toEqual(
          [path, link.outerHTML, expect.stringMatching(/\S/)],
        );
  });

  it("to a place on another page finds there what its card shows", () => {
    let found = 0;
    for (const { path, document } of pages)
      for (const link of document.querySelectorAll(
        "main :is(a.taught, .prose a[href*='#']):not(.term, .reading a)",
      )) {
        const { origin, pathname, hash } = new URL(
          link.getAttribute("href")!,
          `http://book${path}`,
        );
        if (origin !== "http://book" || pathname === path || hash === "") continue;
        const id = decodeURIComponent(hash.slice(1));
        const target = page(pathname).getElementById(id);
        const cards = JSON.parse(readFileSync(join(dist, pathname, "previews.json"), "utf8"));
        expect([path, pathname, id, id in cards]).toEqual([
          path,
          pathname,
          id,
          previewOf(target!) !== undefined,
        ]);
        found += id in cards ? 1 : 0;
      }
    expect(found).toBeGreaterThan(300);
  });
});

describe("the bibliography", () => {
  const document = page("/bibliography/");

  it("has every work, with the sections that cite it", () => {
    for (const key of works)
      expect([
        key,
        document.getElementById(key)?.querySelectorAll(".cited-at a").length,
      ]).not.toEqual([key, 0]);
  });

  it("leads back to every section that cites a work", () => {
    for (const { id } of chapters)
      for (const cite of page(`/${id}/`).querySelectorAll(".prose .citation")) {
        const key = cite.getAttribute("href")!.slice("#ref-".length);
        const back = document
          .getElementById(key)
          ?.querySelector(`.cited-at a[href^="/${id}/#"]:not([href*="#ref-"])`);
        expect([id, key, back === null || back === undefined]).toEqual([id, key, false]);
      }
  });

  it("is reached from every entry of a reading list and leads back to it", () => {
    for (const { id } of chapters)
      for (const work of page(`/${id}/`).querySelectorAll(".reading > li")) {
        const key = work.id.slice("ref-".length);
        expect(work.querySelector("a")?.getAttribute("href")).toBe(`/bibliography/#${key}`);
        const back = document.getElementById(key)?.querySelector(`a[href="/${id}/#ref-${key}"]`);
        expect([id, key, back?.textContent]).toEqual([id, key, "“Further reading”"]);
      }
  });

  it("is reached from the foot of every page", () => {
    for (const one of pages)
      expect(one.document.querySelector('.colophon a[href="/bibliography/"]')).not.toBeNull();
  });

  it("is there for BibTeX, each work once", () => {
    const bib = readFileSync(join(dist, "references.bib"), "utf8");
    expect([...bib.matchAll(/^@\w+\{(\w+),$/gm)].map(([, key]) => key).toSorted()).toEqual(
      works.toSorted(),
    );
  });
});
