import { describe, expect, it } from "vitest";
import { builtPages, compressedSize, served } from "./pages.ts";

const pages = builtPages();
const withCells = pages.filter(({ document }) =>
  document.querySelector("[data-chapter][data-cells]"),
);
/** A worked notebook need not number an equation; all else holds for it too. */
const isNotebook = (path: string) => path.startsWith("/notebook/");
const chapters = withCells.filter(({ path }) => !isNotebook(path));

/** With more or fewer, Firefox sets an error in the place of the formula. */
const PARTS_OF_MATHML = {
  mfrac: 2,
  mover: 2,
  mroot: 2,
  msub: 2,
  msubsup: 3,
  msup: 2,
  munder: 2,
  munderover: 3,
};

describe("the built site", () => {
  it("has a landing page, a page for no page, and chapters", () => {
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/", "/404.html", "/momentum/"]),
    );
    expect(chapters.length).toBeGreaterThan(0);
  });
});

describe.each(pages.map((page) => [page.path, page] as const))("page %s", (_path, page) => {
  const { document, html } = page;

  it("says its language, title and subject", () => {
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    expect(document.title.length).toBeGreaterThan(10);
    const description =
      document.querySelector('meta[name="description"]')?.getAttribute("content") ?? "";
    expect(description.length).toBeGreaterThan(20);
    expect(description).not.toContain("$");
  });

  it("has one main heading and skips no level", () => {
    const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map(({ tagName }) =>
      Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it("has each id once", () => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("shows mathematics, not its source", () => {
    expect(html).not.toContain("language-math");
    expect(html).not.toContain("katex-error");
    const prose = document.querySelector("main")?.cloneNode(true) as Element;
    for (const element of prose.querySelectorAll(".katex, code, script, template, style"))
      element.remove();
    expect(prose.textContent).not.toMatch(/\$[^$\n]+\$|\\[a-z]+\{/);
  });

  it("has formulas in MathML whose elements have as many parts as they must", () => {
    const wrong = Object.entries(PARTS_OF_MATHML).flatMap(([name, count]) =>
      [...document.querySelectorAll(name)].filter(({ children }) => children.length !== count),
    );
    expect(wrong.map(({ outerHTML }) => outerHTML)).toEqual([]);
  });

  it("links only to what is there", () => {
    const broken = [...document.querySelectorAll("a[href]")]
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !/^[a-z]+:/.test(href))
      // What a page is to do, and no place on it.
      .map((href) => href.replace(/#from=.*/, ""))
      .filter((href) => {
        const { pathname, hash } = new URL(href, `http://book${page.path}`);
        const target = pathname === page.path ? page : pages.find(({ path }) => path === pathname);
        if (!target) return !served(pathname);
        return (
          hash.length > 1 && !target.document.getElementById(decodeURIComponent(hash.slice(1)))
        );
      });
    expect(broken).toEqual([]);
  });

  it("loads nothing from another host", () => {
    const sources = [
      ...document.querySelectorAll(
        "script[src], link[rel=stylesheet], link[rel=preload], img, iframe",
      ),
    ]
      .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
      .filter((url) => /^(https?:)?\/\//.test(url));
    expect(sources).toEqual([]);
  });
});

describe.each(withCells.map((page) => [page.path, page] as const))(
  "the cells' page %s",
  (path, { document }) => {
    it("stores an output for every cell", () => {
      const cells = [...document.querySelectorAll("downhill-cell")];
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells)
        expect(cell.querySelector("[data-part=output]")?.textContent?.trim()).toMatch(/\S/);
      const failing = cells.filter((cell) => cell.querySelector(".out-error"));
      for (const cell of failing) expect(cell.textContent).toContain("This cell is meant to fail.");
    });

    it("refers to equations, if it is a chapter, and lists every work it cites", () => {
      const references = [...document.querySelectorAll(".equation-reference")];
      if (!isNotebook(path)) expect(references.length).toBeGreaterThan(0);
      const cited = new Set(
        [...document.querySelectorAll(".citation")].map((link) => link.getAttribute("href")),
      );
      for (const href of cited) expect(document.querySelector(`.reading ${href}`)).not.toBeNull();
    });

    it("weighs less than 120 KB compressed, figures and outputs included", () => {
      expect(compressedSize(path)).toBeLessThan(120_000);
    });
  },
);
