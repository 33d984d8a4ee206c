import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseSources } from "#src/course/parse-sources.ts";
import { builtPages, compressedSize } from "./pages.ts";

const content = resolve(import.meta.dirname, "../../content");
const read = (file: string) => readFileSync(`${content}/${file}`, "utf8");
const { sources, subjects, corrections, slips } = parseSources(
  read("sources.yml"),
  read("syllabus.yml"),
);
const pages = builtPages();
const { document } = pages.find(({ path }) => path === "/sources/")!;
const main = document.querySelector("main")!;

/** Links to the places of the items in the chapters. */
const placed = Map.groupBy(
  pages.flatMap((page) => {
    const places = [...page.document.querySelectorAll(".place > [id]")].map(({ id }) => id);
    return places.map((id) => ({ id, link: `${page.path}#${id}` }));
  }),
  ({ id }) => id,
);
/** The entries of the page by source and id. */
const entries = Map.groupBy([...main.querySelectorAll("[data-entry]")], (entry) =>
  [
    entry.closest("[data-source]")?.getAttribute("data-source"),
    entry.getAttribute("data-entry"),
  ].join(" "),
);
const entriesOf = (source: string, id: string) => entries.get(`${source} ${id}`) ?? [];
const told = [
  ...[...subjects, ...corrections].map((item) => ({ id: item.id, in: item.in })),
  ...slips.map(({ id }) => ({ id, in: ["slips"] })),
];

describe("the page Sources", () => {
  it("has every item once in each source that it is in, and in no other", () => {
    for (const item of told)
      for (const source of [...sources.map(({ id }) => id), "slips"])
        expect([item.id, source, entriesOf(source, item.id).length]).toEqual([
          item.id,
          source,
          item.in.includes(source) ? 1 : 0,
        ]);
  });

  it("links every item to all its places in the chapters, and says of the others that they are to come", () => {
    for (const item of told)
      for (const source of item.in) {
        const [entry] = entriesOf(source, item.id);
        const links = [...entry!.querySelectorAll("a")].map((link) => link.getAttribute("href"));
        const places = (placed.get(item.id) ?? []).map(({ link }) => link);
        expect([item.id, links.filter((href) => /^\/\w[^#]*#/.test(href ?? "")).sort()]).toEqual([
          item.id,
          places.sort(),
        ]);
        const part = entry!.closest(".source-chapter")?.querySelector("h3")?.textContent ?? "";
        if (source !== "slips")
          expect([item.id, /to come/.test(part)]).toEqual([item.id, places.length === 0]);
      }
  });

  it("shows of a correction both sentences and how grave it is", () => {
    for (const { id, weight } of corrections) {
      const entry = main.querySelector(`#${id}`)!;
      expect(entry.querySelector(".correction-mark")?.textContent?.trim()).toMatch(
        [/^Wording/, /^Misleading/, /^Wrong/][weight - 1]!,
      );
      expect(entry.textContent?.replace(/\s+/g, " ")).toMatch(/Said \S.*Right \S/);
    }
  });

  it("says how many entries it has", () => {
    expect(main.querySelector("[data-part=count]")?.textContent).toBe(
      `${main.querySelectorAll("[data-entry]").length} entries.`,
    );
  });

  it("is linked from the foot of every page, and from the contents", () => {
    for (const page of pages)
      expect(page.document.querySelector('.colophon a[href="/sources/"]')).not.toBeNull();
    const contents = pages.find(({ path }) => path === "/")!.document.querySelector(".contents");
    expect(contents?.querySelector('a[href="/sources/"]')).not.toBeNull();
  });

  it("weighs less than a chapter may", () => {
    expect(compressedSize("/sources/")).toBeLessThan(120_000);
  });
});
