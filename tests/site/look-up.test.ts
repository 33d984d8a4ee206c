import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { drawnSymbols } from "#src/course/drawn-symbols.ts";
import { parseContents } from "#src/course/parse-contents.ts";
import { builtPages, compressedSize, dist } from "./pages.ts";

const content = resolve(import.meta.dirname, "../../content");
const glossary = parse(readFileSync(`${content}/glossary.yml`, "utf8")) as Record<string, object>;
const chapters = parseContents(readFileSync(`${content}/contents.yml`, "utf8")).flatMap(
  (part) => part.chapters,
);
const pages = builtPages();
const page = (path: string) => pages.find((one) => one.path === path)!.document;
const written = chapters.filter(({ id }) => pages.some(({ path }) => path === `/${id}/`));
const json = (file: string) => JSON.parse(readFileSync(join(dist, file), "utf8"));

describe("the glossary", () => {
  it("has every term on its page, and a card for it that leads on", () => {
    const cards = json("glossary.json") as Record<string, string>;
    expect(Object.keys(glossary).length).toBeGreaterThan(100);
    for (const id of Object.keys(glossary)) {
      expect([id, page("/glossary/").getElementById(id)?.querySelector("dd")?.textContent]).toEqual(
        [id, expect.stringMatching(/\S+ \S+/)],
      );
      expect(cards[id]).toMatch(/<a href="\/[^"]+">(Read more|In the glossary)/);
    }
  });

  it("leads from every term to the chapter that teaches it, once that is written", () => {
    const places = new Set(written.map(({ id }) => id));
    for (const [id, entry] of Object.entries(glossary)) {
      const { chapter } = entry as { readonly chapter: string };
      const link = page("/glossary/").getElementById(id)?.querySelector("dd a.taught");
      if (places.has(chapter)) expect(link?.getAttribute("href")).toMatch(`/${chapter}/`);
      else expect([id, link]).toEqual([id, null]);
    }
  });
});

describe.each(written)("the equations of $id", ({ id }) => {
  const { names, cards } = json(`${id}/notation.json`);
  const ids = new Map(Object.entries(names as Record<string, string>));
  const drawings = [...page(`/${id}/`).querySelectorAll(".equation-body")];
  const found = drawings.map((drawing) => drawnSymbols(drawing, ids));

  it("have symbols that are explained, nearly all of them", () => {
    expect(drawings.length).toBeGreaterThan(5);
    expect(found.filter((symbols) => symbols.length > 0).length).toBeGreaterThan(
      0.95 * drawings.length,
    );
  });

  it("have a card for every one", () => {
    for (const symbol of found.flat()) expect(cards[symbol.id]).toMatch(/explain-name.*\S/);
  });

  it("light up the sliders of their symbols", () => {
    const sliders = [
      ...page(`/${id}/`).querySelectorAll<HTMLElement>(".widget-slider[data-symbol]"),
    ];
    for (const { dataset } of sliders) expect(Object.keys(cards)).toContain(dataset["symbol"]);
  });
});

describe("the conventions", () => {
  const document = page("/conventions/");
  const sections = [...document.querySelectorAll("main h2[id]")].map(({ id }) => id);

  it("have a section for every file, with a table, a figure and its link in the list", () => {
    expect(sections).toHaveLength(readdirSync(`${content}/conventions`).length);
    for (const id of sections) {
      expect(document.querySelector(`.letters a[href="#${id}"]`)).not.toBeNull();
      expect(document.querySelectorAll(`#difference-${id} .plot-drawing`)).toHaveLength(2);
    }
    expect(document.querySelectorAll("main .table")).toHaveLength(sections.length);
  });

  it("are linked from the reference page of every method that they name", () => {
    for (const id of [...sections, "adamw", "sgdw"]) {
      const links = [...page(`/reference/${id}/`).querySelectorAll("main a")];
      const section = sections.includes(id) ? id : "weight-decay";
      expect(links.map((link) => link.getAttribute("href"))).toContain(`/conventions/#${section}`);
    }
    expect(page("/reference/newton/").querySelector('main a[href^="/conventions/"]')).toBeNull();
  });

  it("weigh less than a chapter may", () => {
    expect(compressedSize("/conventions/")).toBeLessThan(120_000);
  });
});

describe("the map", () => {
  const map = page("/map/");
  it("links what is written and only names what is to come, in the drawings and in the list", () => {
    for (const { id } of chapters) {
      const there = written.some((chapter) => chapter.id === id);
      const boxes = [...map.querySelectorAll(`[data-chapter="${id}"]`)];
      expect(boxes).toHaveLength(2);
      for (const box of boxes) expect(box.getAttribute("href")).toBe(there ? `/${id}/` : null);
      expect(map.querySelectorAll(`.map-list a[href="/${id}/"]`)).toHaveLength(there ? 1 : 0);
    }
  });

  it("says in the list what every chapter builds on", () => {
    const text = map.querySelector(".map-list")?.textContent ?? "";
    expect(text).toContain("builds on 3 Condition number, 5 Averages");
  });
});

describe("every page", () => {
  it("leads to the map, the glossary and the notation", () => {
    for (const { document } of pages)
      for (const path of ["/map/", "/glossary/", "/notation/"])
        expect(document.querySelector(`.colophon a[href="${path}"]`)).not.toBeNull();
  });
});

/** What the interface has to offer, and where it can be seen. */
const FEATURES: Readonly<Record<string, readonly [path: string, selector: string]>> = {
  "S-UI-1": ["/gradients/", ".prose a.term[href^='/glossary/#']"],
  "S-UI-2": ["/gradients/", "details.fold"],
  "S-UI-3": ["/gradients/", ".outline a[href^='#']"],
  "S-UI-4": ["/conditioning/", ".neighbours a[rel='prev']"],
  "S-UI-5": ["/gradients/", ".footnotes li[id]"],
  "S-UI-6": ["/gradients/", "downhill-video a[href*='youtube.com']"],
  "S-UI-7": ["/", "figure.widget"],
  "S-UI-9": ["/gradients/", ".parallel li[id]"],
  "S-UI-10": ["/map/", "svg.map-drawing"],
  "S-UI-11": ["/gradients/", "downhill-cell[id]"],
  "S-UI-12": ["/momentum/", ".compare [role='rowheader']"],
  "S-UI-13": ["/conditioning/", ".callout-trap"],
  "S-UI-14": ["/gradients/", ".callout-reading"],
};

describe("a feature of the interface", () => {
  it.each(Object.entries(FEATURES))("%s is on a page", (_id, [path, selector]) => {
    expect(page(path).querySelector(selector)).not.toBeNull();
  });
});
