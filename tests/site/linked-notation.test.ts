import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { ChapterNotation } from "#components/explain/chapter-notation.ts";
import { createMarker } from "#components/explain/marker.ts";
import { parseContents } from "#src/course/parse-contents.ts";
import { parseNotation } from "#src/course/parse-notation.ts";
import { builtPages, dist } from "./pages.ts";

/** The symbols of each chapter that stand in an equation, on a control and in code. */
const LINKED: Readonly<Record<string, readonly string[]>> = {
  gradients: ["learning-rate"],
  noise: ["batch-size", "learning-rate"],
  conditioning: ["condition-number", "learning-rate"],
  "saddle-points": ["distance-from-saddle", "learning-rate"],
  ewa: ["kept-in-average"],
  momentum: ["learning-rate", "retention"],
  nesterov: ["learning-rate", "retention"],
  adagrad: ["gradient-estimate", "learning-rate"],
  rmsprop: ["learning-rate", "square-retention"],
  adam: ["first-retention", "learning-rate", "second-retention"],
  amsgrad: ["first-retention", "gradient-estimate", "large-gradient", "second-retention"],
  newton: ["learning-rate"],
  "quasi-newton": ["radius", "step-length", "wolfe-constants"],
  schedules: ["learning-rate"],
  strategies: ["delay", "learning-rate", "scale-or-threshold"],
  choosing: ["weight-decay"],
};

const content = resolve(import.meta.dirname, "../../content");
const notation = parseNotation(readFileSync(`${content}/notation.yml`, "utf8"));
const chapters = parseContents(readFileSync(`${content}/contents.yml`, "utf8")).flatMap(
  (part) => part.chapters,
);
const pages = builtPages();

/** A chapter as it is once the reader has reached for a symbol. */
const marked = chapters.map(({ id }) => {
  const page = pages.find(({ path }) => path === `/${id}/`)!.document as unknown as Document;
  const names = JSON.parse(
    readFileSync(join(dist, id, "notation.json"), "utf8"),
  ) as ChapterNotation;
  const marker = createMarker(names);
  for (const equation of page.querySelectorAll(".equation-body")) marker.formula(equation);
  marker.code(page.body);
  marker.controls(page.body);
  for (const drawing of page.querySelectorAll(".widget, .cell-output")) marker.drawing(drawing);
  return { id, page, names };
});

function symbolsIn(page: Document, where: string): ReadonlySet<string> {
  const elements = page.querySelectorAll(`:is(${where})[data-symbol]`);
  return new Set([...elements].flatMap((one) => one.getAttribute("data-symbol")!.split(" ")));
}

const FORMULA = ".equation-body *";
const CONTROL = ".widget-slider, .control";
const VARIABLE = ".listing *, .cell-code *";
const DRAWN = "svg *";

describe.each(marked)("the symbols of $id", ({ id, page, names }) => {
  it("link equations, controls and code", () => {
    const [controls, variables] = [symbolsIn(page, CONTROL), symbolsIn(page, VARIABLE)];
    const linked = [...symbolsIn(page, FORMULA)].filter(
      (symbol) => controls.has(symbol) && variables.has(symbol),
    );
    expect(linked.toSorted()).toEqual(LINKED[id]);
  });

  it("are in its figures", () => {
    expect(symbolsIn(page, DRAWN).size).toBeGreaterThan(0);
  });

  it("have a card wherever they are", () => {
    for (const symbol of symbolsIn(page, "*"))
      expect(names.cards[symbol]).toContain('<span class="explain-now"></span>');
  });
});

describe("notation.yml", () => {
  const chaptersOf = (only: readonly string[] | undefined) =>
    marked.filter(({ id }) => only?.includes(id) ?? true);
  const texts = (page: Document, where: string) =>
    [...page.querySelectorAll(where)].map((one) => one.textContent ?? "");

  /** The variables and properties of code, which is what has no colour, or a class that says so. */
  const namesIn = (page: Document, place: string) =>
    new Set(
      [...page.querySelectorAll(`${place} code`)]
        .flatMap((code) => [...code.childNodes])
        .filter((node) => !/tok-(?!variable|property)/.test((node as Element).className ?? ""))
        .flatMap((node) => node.textContent?.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []),
    );

  it("names variables that stand in listings and cells", () => {
    for (const [field, place] of [
      ["listed", ".listing"],
      ["inCells", ".cell-code"],
    ] as const) {
      const standing = new Map(marked.map(({ id, page }) => [id, namesIn(page, place)]));
      for (const { id, data } of notation.symbols)
        for (const name of data[field] ?? []) {
          const stands = chaptersOf(data.chapters).some((one) => standing.get(one.id)?.has(name));
          expect([id, field, name, stands]).toEqual([id, field, name, true]);
        }
    }
  });

  it("names words that stand in labels", () => {
    for (const { id, data } of notation.symbols)
      for (const phrase of data.phrases ?? []) {
        const stands = chaptersOf(data.chapters).some(({ page }) =>
          texts(page, `svg text[data-symbol~="${id}"]`).some((text) => text.includes(phrase)),
        );
        expect([id, phrase, stands]).toEqual([id, phrase, true]);
      }
  });

  it("excepts figures that are there", () => {
    for (const { id, data } of notation.symbols)
      for (const figure of data.notIn ?? []) {
        const there = chaptersOf(data.chapters).some(({ page }) => page.getElementById(figure));
        expect([id, figure, there]).toEqual([id, figure, true]);
      }
  });

  it("names curves that figures draw", () => {
    for (const { id, data } of notation.symbols)
      for (const figure of Object.keys(data.curves ?? {})) {
        const drawn = chaptersOf(data.chapters).some(({ page }) =>
          page.querySelector(`.widget[id="${figure}"] svg g[data-symbol~="${id}"]`),
        );
        expect([id, figure, drawn]).toEqual([id, figure, true]);
      }
  });
});
