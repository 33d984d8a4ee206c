import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { KINDS, type Kind } from "#src/course/search/entry.ts";
import { type PackedNames, type PackedTexts, unpack } from "#src/course/search/packed.ts";
import { makeIndex } from "#src/course/search/search-index.ts";
import { builtPages, compressedSize, dist } from "./pages.ts";

const read = (file: string) => readFileSync(join(dist, file));
const json = <T>(file: string) => JSON.parse(read(file).toString()) as T;
const entries = unpack(json<PackedNames>("search.json"), json<PackedTexts>("search-text.json"));
const built = builtPages();
const pages = new Map(built.map(({ path, document }) => [path, document]));
const ofKind = (kind: Kind) => entries.filter((entry) => entry.kind === kind);

describe("what can be found", () => {
  it("is of every kind", () => {
    for (const kind of KINDS) expect([kind, ofKind(kind).length]).not.toEqual([kind, 0]);
    expect(entries.length).toBeGreaterThan(1500);
  });

  it("has an address and an anchor that are there", () => {
    const broken = entries.filter(({ at }) => {
      const [path, anchor] = at.split("#");
      const document = pages.get(`/${path}`);
      return !document || (anchor !== undefined && !document.getElementById(anchor));
    });
    expect(broken.map(({ at }) => at)).toEqual([]);
  });

  it("is listed once", () => {
    const seen = entries.map(({ kind, at }) => `${kind} ${at}`);
    expect(seen.filter((one, index) => seen.indexOf(one) !== index)).toEqual([]);
  });

  it("has every section, cell, exercise, numbered equation and figure of the chapters and notebooks", () => {
    const known = new Set(entries.map(({ at }) => `/${at}`));
    const missing = [...pages].flatMap(([path, document]) =>
      document.querySelector("[data-cells]") === null
        ? []
        : [
            ...document.querySelectorAll(
              ".prose h2[id]:not(#footnote-label), .prose h3[id], downhill-cell[id], downhill-exercise[id], [data-chapter] .equation[id], [data-chapter] figure.widget",
            ),
          ]
            .map(({ id }) => `${path}#${id}`)
            // The equations of a notebook belong to its sections.
            .filter((at) => !(path.startsWith("/notebook/") && at.includes("#eq-")))
            .filter((at) => !known.has(at)),
    );
    expect(missing).toEqual([]);
  });

  it("names a figure as the page does", () => {
    for (const { title, at } of ofKind("figure")) {
      const [path, id = ""] = at.split("#");
      const shown = pages.get(`/${path}`)?.getElementById(id)?.querySelector(".widget-title");
      expect([at, shown?.textContent]).toEqual([at, expect.stringContaining(title)]);
    }
  });

  it("has every term, symbol and method that the book lists", () => {
    const count = (path: string, selector: string) =>
      pages.get(path)?.querySelectorAll(selector).length;
    expect(ofKind("term").length).toBe(count("/glossary/", ".glossary > div[id]"));
    expect(ofKind("symbol").length).toBe(count("/notation/", "tr[id]"));
    expect(
      ofKind("method")
        .map(({ at }) => `/${at}`)
        .sort(),
    ).toEqual(
      [...pages.keys()].filter((path) => /^\/reference\/(?!api\/)[^/]+\/$/.test(path)).sort(),
    );
  });

  it("is read as text, without marks", () => {
    for (const { kind, title, text } of entries) {
      expect(title).toMatch(/\S/);
      if (kind === "cell" || kind === "export") continue;
      expect(`${title}\n${text}`).not.toMatch(/\$[^$\n]+\$|\\(?:beta|frac|theta)\b|<[A-Z]\w+ /);
    }
  });
});

describe("the files of the search", () => {
  it("weigh less than 300 KB as they are sent, the names less than 50 of these", () => {
    const [names, texts] = ["search.json", "search-text.json"].map(
      (file) => brotliCompressSync(read(file)).length,
    );
    expect(names).toBeLessThan(50_000);
    expect(names! + texts!).toBeLessThan(300_000);
  });

  it("are on no page from the start", () => {
    for (const { html } of built) expect(html).not.toContain("search.json");
  });
});

/** What a reader types, what is to be found, and among how many of the first. */
const QUERIES: readonly (readonly [query: string, at: string, first: 1 | 3 | 4])[] = [
  // Words.
  ["momentum", "momentum/", 3],
  ["adam", "reference/adam/", 3],
  ["condition number", "glossary/#condition-number", 1],
  ["condition numbers", "conditioning/", 3],
  ["saddle point", "glossary/#saddle-point", 1],
  ["learning rate", "glossary/#learning-rate", 1],
  ["bias correction", "ewa/", 3],
  ["noise floor", "noise/#the-noise-floor", 3],
  ["phase diagram", "momentum/#the-phase-diagram", 1],
  ["line search", "glossary/#line-search", 1],
  ["warm up", "glossary/#warm-up", 1],
  ["warm-up", "schedules/#warm-up", 3],
  ["trust region", "reference/trust-region/", 1],
  ["weight decay", "glossary/#weight-decay", 1],
  ["mini batches", "noise/", 3],
  ["secant equation", "quasi-newton/#the-secant-equation", 3],
  ["heavy ball in a ravine", "momentum/#ravine", 1],
  ["ball with drag", "momentum/#a-ball-with-drag", 1],
  ["how long is a step", "adam/#how-long-is-a-step", 1],
  // Symbols.
  ["β₂", "notation/#second-retention", 1],
  ["beta2", "notation/#second-retention", 1],
  ["beta_2", "notation/#second-retention", 1],
  ["\\beta_2", "notation/#second-retention", 1],
  ["kappa", "notation/#condition-number", 1],
  ["κ", "notation/#condition-number", 1],
  ["\\kappa", "notation/#condition-number", 1],
  ["kappa", "glossary/#condition-number", 3],
  ["kappa", "conditioning/", 4],
  ["epsilon", "notation/#guard", 3],
  ["v_t", "notation/#velocity", 1],
  ["learningRate", "notation/#learning-rate", 3],
  // Names in code.
  ["strongWolfe", "reference/api/searches/#strongWolfe", 1],
  ["strong wolfe", "reference/api/searches/#strongWolfe", 3],
  ["adam({ amsgrad", "reference/amsgrad/", 3],
  ["momentumKernel", "reference/momentum/#momentumKernel", 1],
  ["rosenbrock", "reference/api/problems/#rosenbrock", 1],
  ["lbfgs", "reference/lbfgs/", 1],
  // Slips and beginnings.
  ["nestorov", "reference/nesterov/", 3],
  ["sadle", "glossary/#saddle-point", 3],
  ["gradent", "glossary/#gradient", 1],
  ["momentm", "reference/momentum/", 1],
  ["quasi-newt", "quasi-newton/", 3],
  // Numbers, and who wrote it.
  ["exercise 6.2", "momentum/#exercise-next-steps", 1],
  ["figure 6.1", "momentum/#ravine", 1],
  ["equation 6.2", "momentum/#eq-sums", 1],
  ["Sutskever 2013", "momentum/#ref-Sutskever2013", 1],
  ["Kingma", "ewa/#ref-KingmaBa2015", 1],
];

const index = makeIndex();
await index.add(entries);

describe("a search", () => {
  it.each(QUERIES)("for %j finds %s among the first %i", (query, at, first) => {
    expect(index.find(query, first).map((hit) => hit.entry.at)).toContain(at);
  });

  it("for anything answers at once", () => {
    const began = performance.now();
    for (const [query] of QUERIES) index.find(query);
    // Some ten milliseconds each on an idle machine; this one may be busy.
    expect((performance.now() - began) / QUERIES.length).toBeLessThan(250);
  });
});

describe("the page of the index", () => {
  const document = pages.get("/find/")!;

  it("has every term, method, symbol, figure and exercise as a link, without JavaScript", () => {
    const linked = new Set(
      [...document.querySelectorAll("main a")].map((link) => link.getAttribute("href")),
    );
    const kinds: readonly Kind[] = ["term", "method", "symbol", "figure", "exercise"];
    for (const kind of kinds)
      for (const { at } of ofKind(kind)) expect([at, linked.has(`/${at}`)]).toEqual([at, true]);
  });

  it("is linked from the masthead and the foot of every page, and weighs less than a chapter may", () => {
    for (const [, page] of pages) {
      expect(page.querySelector('.masthead a[href="/find/"]')).not.toBeNull();
      expect(page.querySelector('.colophon a[href="/find/"]')?.textContent).toBe("Index");
    }
    expect(compressedSize("/find/")).toBeLessThan(120_000);
  });
});
