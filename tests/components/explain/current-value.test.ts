import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { currentValue } from "#components/explain/current-value.ts";

const slider = (id: string, says: string, label: string) =>
  `<div class="widget-slider" data-symbol="${id}"><label><i>η</i> <span class="widget-soft">${label}</span></label><input type="range" aria-valuetext="${says}"></div>`;
const chapter = parseHTML(`<main>
  <h2>One</h2>
  <p id="first"></p>
  <figure class="widget" id="two-rates">
    ${slider("rate", "η = 0.1", "of SGD")}${slider("rate", "η = 0.2", "of Adam")}
  </figure>
  <downhill-cell id="cell-far">
    <div class="control" data-symbol="rate curvature"><span class="control-label">ηλ</span><span class="control-value">0.5</span></div>
  </downhill-cell>
  <h2>Two</h2>
  <p id="second"></p>
  <figure class="widget" id="alone">${slider("retention", "β = 0.9", "momentum")}</figure>
</main>`).document.querySelector("main") as unknown as Element;

/** Elements lie as far from each other as they stand in the page. */
const all = [...chapter.querySelectorAll("*")];
const distance = (a: Element, b: Element) => Math.abs(all.indexOf(a) - all.indexOf(b));
const valueFrom = (id: string, from: string) => {
  const value = currentValue(chapter, id, chapter.querySelector(from)!, distance);
  return value && [value.said, value.place.id];
};

describe("the current value of a symbol", () => {
  it("is what the nearest figure says, with labels where it has two sliders for it", () => {
    expect(valueFrom("rate", "#first")).toEqual([
      "η = 0.1 (of SGD), η = 0.2 (of Adam)",
      "two-rates",
    ]);
  });

  it("is what the control of a cell says, which may set more than the symbol", () => {
    expect(valueFrom("curvature", "#first")).toEqual(["ηλ = 0.5", "cell-far"]);
    expect(valueFrom("rate", "#cell-far")).toEqual(["ηλ = 0.5", "cell-far"]);
  });

  it("is looked for in the section first, and in the chapter then", () => {
    expect(valueFrom("retention", "#second")).toEqual(["β = 0.9", "alone"]);
    expect(valueFrom("retention", "#first")).toEqual(["β = 0.9", "alone"]);
    expect(valueFrom("curvature", "#second")).toEqual(["ηλ = 0.5", "cell-far"]);
  });

  it("is none where nothing sets it", () => {
    expect(valueFrom("velocity", "#first")).toBeUndefined();
  });
});
