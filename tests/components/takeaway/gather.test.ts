import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { gather } from "#components/takeaway/gather.ts";
import type { Output } from "#src/notebook/output.ts";

const control = { control: "point", label: "start", value: [1, 2], x: [0, 3], y: [0, 3] };

/** A page with cells as Cell.astro makes them, come alive. */
function pageOf(cells: readonly (readonly [html: string, alive: object])[]): Document {
  const { document } = parseHTML(
    `<!doctype html><html><head><title>Momentum · Downhill</title></head><body><h1> Momentum </h1>${cells.map(([html]) => html).join("")}</body></html>`,
  );
  const page = Object.assign(document, {
    location: new URL("https://downhill.example/momentum/#share=x"),
  });
  for (const [i, cell] of [...page.querySelectorAll("downhill-cell")].entries())
    Object.assign(cell, cells[i]?.[1]);
  return page as unknown as Document;
}

const cell = (id: string, inside = "") =>
  `<downhill-cell data-cell="${id}" data-ready><p class="cell-title">Title of ${id}<a class="anchor">#</a></p><div data-part="controls"></div><div data-part="output"><p class="out">kept of ${id}</p></div>${inside}</downhill-cell>`;

const alive = (more: object = {}) => ({
  original: () => "1",
  source: () => "1",
  settings: () => [],
  outputs: (): readonly Output[] => [],
  ...more,
});

it("takes the cells in order, with their titles and present texts, and where they are from", () => {
  const page = pageOf([
    [cell("one"), alive({ source: () => "1 + 1" })],
    ['<downhill-cell data-cell="two" data-ready></downhill-cell>', alive()],
    ['<downhill-cell data-cell="not-alive-yet"></downhill-cell>', {}],
  ]);
  const { notebook, address } = gather(page);
  expect(address).toBe("https://downhill.example/momentum/");
  expect(notebook).toEqual({
    title: "Momentum",
    parts: [
      { kind: "code", id: "one", text: "1 + 1", title: "Title of one" },
      { kind: "code", id: "two", text: "1" },
    ],
  });
});

it("takes what the last run showed, else what the build stored of the author's text", () => {
  const shown: readonly Output[] = [{ kind: "number", text: "2", full: "2" }];
  const controls = `<div data-control='${JSON.stringify(control)}'></div>`;
  const page = pageOf([
    [cell("ran"), alive({ outputs: () => shown })],
    [cell("mended").replace(" ", " data-stale "), alive({ outputs: () => shown })],
    [cell("as-authored", controls), alive({ settings: () => [null] })],
    [cell("changed"), alive({ source: () => "2" })],
    [cell("set"), alive({ settings: () => [{ label: "start", value: [2, 2] }] })],
  ]);
  const { outputs, stale, stored, settings } = gather(page);
  expect([...outputs.keys()]).toEqual(["ran", "mended"]);
  expect(outputs.get("ran")).toBe(shown);
  expect([...(stale ?? [])]).toEqual(["mended"]);
  expect([...(stored ?? [])]).toEqual([
    [
      "as-authored",
      '<pre class="out out-text">start: 1, 2</pre><p class="out">kept of as-authored</p>',
    ],
  ]);
  expect(settings?.get("set")).toEqual([[2, 2]]);
});
