import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { highlight } from "#components/editor/highlight.ts";
import { createMarker } from "#components/explain/marker.ts";
import { renderMath } from "#src/course/math.ts";

const marker = createMarker({
  names: { η: "rate", v: "velocity", β: "retention" },
  cards: {},
  listed: { alpha: "rate", v: "velocity" },
  inCells: { eta: "rate", x: "position" },
  phrases: { "from velocity": "velocity" },
  curves: [{ figure: "ravine", colour: "velocity", id: "velocity" }],
  notIn: { rate: ["ravine"] },
});

function page(html: string): Element {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
    .body as unknown as Element;
}
const marked = (root: Element) =>
  [...root.querySelectorAll("[data-symbol]")].map((one) => [
    one.textContent,
    one.getAttribute("data-symbol"),
  ]);

describe("the marks of symbols", () => {
  it("are on the symbols of a formula", () => {
    const root = page(renderMath("v-\\eta\\,g"));
    marker.formula(root.querySelector(".katex-html")!);
    expect(marked(root)).toEqual([
      ["v", "velocity"],
      ["η", "rate"],
    ]);
  });

  it("are on the variables of listings and of cells, by the names of each", () => {
    const root = page(
      `<figure class="listing"><pre>${highlight("v[i] = v[i] - alpha * eta;")}</pre></figure>
       <div class="cell-code"><pre>${highlight("run({ eta, x: alpha * x })")}</pre></div>`,
    );
    marker.code(root);
    expect(marked(root)).toEqual([
      ["v", "velocity"],
      ["v", "velocity"],
      ["alpha", "rate"],
      ["eta", "rate"],
      ["x", "position"],
    ]);
  });

  it("are on the labels of a figure, and on what it draws in the colour of a symbol", () => {
    const root = page(
      `<figure class="widget" id="ravine"><div class="plot-drawing"><svg>
       <g stroke="var(--velocity)"><path d="M0,0"></path></g>
       <g stroke="var(--method-velocity)"><path d="M0,0"></path></g>
       <g fill="color-mix(in oklab, var(--velocity) 20%, var(--paper))"><text>0.16 of β</text></g>
       <g><text>from velocity</text></g><g><text>η</text></g></svg></div></figure>`,
    );
    const figure = root.querySelector("figure")!;
    marker.drawing(figure);
    marker.drawing(figure);
    expect(marked(root)).toEqual([
      ["", "velocity"],
      ["0.16 of β", "retention velocity"],
      ["from velocity", "velocity"],
    ]);
  });

  it("are on the controls of a cell that are named after a symbol", () => {
    const root = page(
      `<div class="control"><span class="control-label">ηλ</span></div>
       <div class="control"><span class="control-label">steps</span></div>`,
    );
    marker.controls(root);
    expect(marked(root)).toEqual([["ηλ", "rate"]]);
  });
});
