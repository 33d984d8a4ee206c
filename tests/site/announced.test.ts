import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseContents } from "#src/course/parse-contents.ts";
import { parseChanges } from "#src/publishing/parse-changes.ts";
import { builtPages, dist, type Page, served } from "./pages.ts";

const content = resolve(import.meta.dirname, "../../content");
const order = parseContents(readFileSync(`${content}/contents.yml`, "utf8")).flatMap(
  ({ chapters }) => chapters,
);
const changes = parseChanges(readFileSync(`${content}/changes.yml`, "utf8"));
const pages = builtPages();
const file = (path: string) => readFileSync(join(dist, path), "utf8");
const meta = ({ document }: Page, property: string) =>
  document.querySelector(`meta[property="${property}"]`)?.getAttribute("content") ?? "";
const canonical = ({ document }: Page) =>
  document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
/** The path of an absolute address of the site. */
const pathOf = (address: string) => new URL(address).pathname;
const structured = ({ document }: Page) =>
  document.querySelector('script[type="application/ld+json"]')?.textContent;
const works = pages.filter((page) => structured(page) !== undefined);
const xml = (text: string) => new DOMParser().parseFromString(text, "text/xml");
const texts = (of: ReturnType<typeof xml>, tag: string): readonly string[] =>
  [...of.querySelectorAll(tag)].map(({ textContent }) => textContent ?? "");

/** Whether every opened element is closed, which a lenient parser would not say. */
function wellFormed(text: string): boolean {
  const open: string[] = [];
  for (const [, end, name, self] of text.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (end && open.pop() !== name) return false;
    if (!end && !self) open.push(name!);
  }
  const outside = text.replace(/<[^<>]*>/g, "");
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.test(outside);
}

describe.each(pages.map((page) => [page.path, page] as const))("page %s", (_path, page) => {
  it("has a title, a description, an address and a card of 1200 by 630 to be passed on with", () => {
    expect(meta(page, "og:title")).not.toBe("");
    expect(meta(page, "og:title")).not.toContain("· Downhill");
    expect(meta(page, "og:description").length).toBeGreaterThan(20);
    expect(meta(page, "og:url")).toBe(canonical(page));
    const card = readFileSync(join(dist, pathOf(meta(page, "og:image"))));
    expect(card.subarray(1, 4).toString()).toBe("PNG");
    expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});

describe("what the pages say that they are", () => {
  it("is said by the book, every chapter and every worked notebook, each with a card of its own", () => {
    const chapters = order.filter(({ id }) => pages.some(({ path }) => path === `/${id}/`));
    const notebooks = pages.filter(({ path }) => /^\/notebook\/./.test(path));
    expect(works.map(({ path }) => path).sort()).toEqual(
      ["/", ...chapters.map(({ id }) => `/${id}/`), ...notebooks.map(({ path }) => path)].sort(),
    );
    expect(new Set(works.map((page) => meta(page, "og:image"))).size).toBe(works.length);
  });

  it.each(works.map((page) => [page.path, page] as const))("is whole on %s", (path, page) => {
    const data = JSON.parse(structured(page) ?? "");
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      url: canonical(page),
      image: meta(page, "og:image"),
      inLanguage: "en",
      educationalLevel: expect.stringMatching(/\S/),
      license: expect.stringMatching(/^https:/),
      author: { "@type": "Organization", name: expect.stringMatching(/\S/) },
      description: expect.stringMatching(/\S{3}/),
    });
    const chapter = order.find(({ id }) => path === `/${id}/`);
    if (path === "/")
      expect(data).toMatchObject({
        "@type": ["Book", "LearningResource"],
        bookEdition: changes[0].edition,
        datePublished: changes[0].date,
      });
    else expect(data.isPartOf).toMatchObject({ "@type": "Book", name: "Downhill" });
    if (chapter) {
      expect(data).toMatchObject({ position: chapter.number, name: chapter.title });
      expect(data.teaches.length).toBeGreaterThan(2);
      for (const goal of data.teaches) expect(goal).not.toMatch(/[$\\`]/);
    }
  });
});

describe("sitemap.xml", () => {
  const text = file("sitemap.xml");
  const addresses = texts(xml(text), "loc");

  it("lists every page but those that are nothing by themselves, each once and in full", () => {
    expect(wellFormed(text)).toBe(true);
    const unlisted = ["/404.html", "/assignment/", "/my-work/"];
    for (const path of unlisted)
      expect(
        pages.find((page) => page.path === path)?.document.querySelector('meta[content="noindex"]'),
      ).not.toBeNull();
    const listed = pages.filter(({ document }) => !document.querySelector('[content="noindex"]'));
    expect(listed.length).toBeGreaterThan(80);
    expect([...addresses].sort()).toEqual(listed.map(canonical).sort());
    for (const address of addresses)
      expect([address, served(pathOf(address))]).toEqual([address, true]);
  });

  it("is named by robots.txt", () => {
    const address = /^Sitemap: (\S+)$/m.exec(file("robots.txt"))?.[1] ?? "";
    expect(pathOf(address)).toBe("/sitemap.xml");
  });
});

describe("feed.xml", () => {
  const text = file("feed.xml");
  const feed = xml(text);

  it("has an entry for each change, which leads to its place", () => {
    expect(wellFormed(text)).toBe(true);
    const entries = [...feed.querySelectorAll("entry")];
    expect(entries).toHaveLength(changes.length);
    const page = pages.find(({ path }) => path === "/changes/");
    entries.forEach((entry, i) => {
      const { pathname, hash } = new URL(entry.querySelector("link")?.getAttribute("href") ?? "");
      expect(pathname).toBe("/changes/");
      expect(page?.document.getElementById(hash.slice(1))?.textContent).toBe(changes[i]?.title);
      expect(entry.querySelector("updated")?.textContent).toBe(`${changes[i]?.date}T00:00:00Z`);
    });
    expect(new Set(texts(feed, "entry > id")).size).toBe(entries.length);
  });

  it("is linked from the landing page and the page of changes", () => {
    for (const path of ["/", "/changes/"]) {
      const link = pages
        .find((page) => page.path === path)
        ?.document.querySelector('link[type="application/atom+xml"]');
      expect(link?.getAttribute("href")).toBe("/feed.xml");
    }
  });
});

describe("llms.txt", () => {
  const text = file("llms.txt");
  const links = [...text.matchAll(/^- \[[^\]]+\]\((\S+)\): \S/gm)].map(([, url]) => url!);

  it("has a name, a summary and sections of links to what is there", () => {
    expect(text).toMatch(/^# Downhill\n\n> \S.*\n\n\S/);
    const sections = text.split(/^## .+$/m).slice(1);
    expect(sections.length).toBeGreaterThan(3);
    for (const section of sections) expect(section).toMatch(/^\n\n(?:- \[.+\n)+/);
    for (const link of links) expect([link, served(pathOf(link))]).toEqual([link, true]);
  });

  it("leads to every written chapter in plain Markdown, with no component left", () => {
    const chapters = order.filter(({ id }) => existsSync(join(dist, id, "index.html")));
    expect(chapters.length).toBeGreaterThan(0);
    for (const { id, number, title } of chapters) {
      expect(links.map(pathOf)).toContain(`/${id}/chapter.md`);
      const chapter = file(`${id}/chapter.md`);
      expect(chapter.startsWith(`# ${number} ${title}\n\n`)).toBe(true);
      const prose = chapter.replace(/^[ \t]*```[\s\S]*?^[ \t]*```/gm, "").replace(/`[^`\n]+`/g, "");
      const left = /<\/?[A-Z][a-z]+[\s/>]|client:|\\(?:eqref|label|velocity|gradient)\b/.exec(
        prose,
      );
      expect([id, left?.[0]]).toEqual([id, undefined]);
    }
  });
});

describe("the page that says how to cite", () => {
  const page = pages.find(({ path }) => path === "/cite/")!;

  it("has an entry for the book and each written chapter, with its address", () => {
    const entries = [...page.document.querySelectorAll('[data-part="bibtex"]')].map(
      ({ textContent }) => textContent ?? "",
    );
    const addresses = entries.map((entry) => /url = \{(.+)\}/.exec(entry)?.[1] ?? "");
    expect(addresses.map(pathOf)).toEqual([
      "/",
      ...order.map(({ id }) => `/${id}/`).filter((path) => served(path)),
    ]);
    for (const entry of entries) expect(entry).toContain(`edition = {${changes[0].edition}}`);
  });

  it("is linked from every page", () => {
    for (const { document } of pages)
      expect(document.querySelector('.colophon a[href="/cite/"]')).not.toBeNull();
  });
});

it("CITATION.cff has the edition that the page shows", () => {
  const citation = parse(readFileSync(resolve(content, "../CITATION.cff"), "utf8"));
  const page = pages.find(({ path }) => path === "/cite/");
  expect(page?.document.querySelector("header p")?.textContent).toContain(
    `Edition ${citation.version} `,
  );
});
