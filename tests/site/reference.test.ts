import { methodCards } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { printed } from "#src/course/docstring-html.ts";
import { builtPages, compressedSize } from "./pages.ts";

const pages = builtPages();
const reference = pages.filter(({ path }) => path.startsWith("/reference/"));
const page = (path: string) => pages.find((one) => one.path === path)!;

describe("the reference", () => {
  it("has a page for every method, folder and name", () => {
    expect(reference.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "/reference/",
        "/reference/api/",
        "/reference/api/core/",
        "/reference/api/problems/",
        ...methodCards.map(({ id }) => `/reference/${id}/`),
      ]),
    );
  });

  it("is one link away from every page", () => {
    for (const { document } of pages)
      expect(document.querySelector('.masthead a[href="/reference/"]')).not.toBeNull();
  });

  it("lists every method and leads to it", () => {
    const { document } = page("/reference/");
    for (const { id, title } of methodCards) {
      const link = document.querySelector(`a[href="/reference/${id}/"]`);
      expect(link?.textContent?.trim()).toBe(printed(title));
      expect(link?.nextElementSibling?.textContent?.trim()).toMatch(/\S+ \S+/);
    }
  });
});

it.each([
  ["momentum", "/momentum/#a-ball-with-drag"],
  ["nesterov", "/nesterov/"],
  ["adagrad", "/adagrad/#from-one-rate-to-one-for-each"],
])("page of %s leads to the chapter that teaches it", (id, address) => {
  const links = [...page(`/reference/${id}/`).document.querySelectorAll("article a")];
  expect(links.map((link) => link.getAttribute("href"))).toContain(address);
});

describe("methods and chapters", () => {
  const taught = methodCards.flatMap(({ id }) => {
    const aside = [...page(`/reference/${id}/`).document.querySelectorAll(".docs > .aside")];
    const told = aside.find(({ textContent }) => textContent?.trim().startsWith("Taught in"));
    const chapter = told?.querySelector("a")?.getAttribute("href")?.replace(/#.*/, "");
    return chapter ? [[id, chapter] as const] : [];
  });

  it.each(taught)("the page of %s is one link away from %s", (id, chapter) => {
    const { document } = page(chapter);
    expect(document.querySelector(`main a[href$="/reference/${id}/"]`)).not.toBeNull();
  });
});

describe.each(methodCards.map((card) => [card.id, card] as const))("page of %s", (id, card) => {
  const { document } = page(`/reference/${id}/`);
  const text = document.querySelector("main")?.textContent ?? "";

  it("names all parameters with symbol, default and range", () => {
    const rows = [...document.querySelectorAll(".table tbody tr")];
    expect(rows.map((row) => row.querySelector("code")?.textContent)).toEqual(
      card.parameters.map(({ name }) => name),
    );
    for (const row of rows) expect(row.querySelector(".katex")).not.toBeNull();
  });

  it("shows a drawn run, the source and where the method comes from", () => {
    const drawings = [...document.querySelectorAll(".method-figure [role=img]")];
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      expect(drawing.getAttribute("aria-label")?.length).toBeGreaterThan(30);
      expect(drawing.innerHTML).toMatch(/<path [^>]*d="M/);
      expect(drawing.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(text).toContain(card.source.split(";")[0]);
    expect(document.querySelector("details .code")?.textContent).toContain(
      `export const ${id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Card: Card`,
    );
  });
});

describe.each(reference.map(({ path, document }) => [path, document] as const))(
  "%s",
  (path, document) => {
    it("weighs less than 60 KB compressed and brings no framework", () => {
      expect(compressedSize(path)).toBeLessThan(60_000);
      expect(document.querySelector("astro-island")).toBeNull();
    });
  },
);
