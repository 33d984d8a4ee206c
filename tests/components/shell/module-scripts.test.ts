import { describe, expect, it } from "vitest";
import {
  withCellTexts,
  withEarlyCells,
  withoutEntries,
  withPreloads,
} from "#components/shell/module-scripts.ts";

const page = (scripts: string) => `<head></head><body>${scripts}</body>`;
const script = (name: string) => `<script type="module" src="/book/_astro/${name}"></script>`;
const files: Record<string, string> = {
  "_astro/cell.js": 'import{a as e}from"./shared.js";import("./editor.js");',
  "_astro/Exercise.astro_x.js": 'import"./deep.js";import"./other.js";',
  "_astro/exercise.js": 'import{a}from"./shared.js";import"./cell.js";',
  "_astro/shared.js": "import{b}from`./deep.js`;",
  "_astro/deep.js": "export const b = 1;",
};
const preloads = (html: string) =>
  [
    ...withPreloads(html, (path) => files[path] ?? "").matchAll(
      /rel="modulepreload" href="([^"]+)"/g,
    ),
  ].map(([, href]) => href);

describe("withPreloads", () => {
  it("names what a script imports, directly and through others, but not what it loads later", () => {
    expect(preloads(page(script("cell.js")))).toEqual([
      "/book/_astro/shared.js",
      "/book/_astro/deep.js",
    ]);
  });

  it("names each module once, and no script that the page has anyway", () => {
    expect(preloads(page(script("cell.js") + script("exercise.js")))).toEqual([
      "/book/_astro/shared.js",
      "/book/_astro/deep.js",
    ]);
  });

  it("leaves what exercises import to them", () => {
    const exercise = script("Exercise.astro_x.js");
    expect(preloads(page(exercise))).toEqual([]);
    expect(preloads(page(script("cell.js") + exercise))).toHaveLength(2);
  });

  it("leaves a page without scripts as it is", () => {
    expect(withPreloads(page(""), () => "")).toBe(page(""));
  });
});

describe("withoutEntries", () => {
  const read = (path: string) =>
    ({ "_astro/entry.js": 'import"./cell.js";', "_astro/work.js": 'import"./cell.js";run();' })[
      path
    ] ?? "";

  it("has the module itself in the place of a script that only imports it", () => {
    expect(withoutEntries(page(script("entry.js")), read)).toBe(page(script("cell.js")));
    const async = page(script("entry.js").replace("module", 'module" async data-x="'));
    expect(withoutEntries(async, read)).toBe(async.replace("entry.js", "cell.js"));
  });

  it("leaves a script that does something itself", () => {
    expect(withoutEntries(page(script("work.js")), read)).toBe(page(script("work.js")));
  });
});

describe("withEarlyCells", () => {
  it("lets the script of the cells run before the page is read, and leaves the others in order", () => {
    const html = page(`${script("Cell.astro_x.js")}${script("Exercise.astro_x.js")}`);
    expect(withEarlyCells(html)).toBe(
      html.replace('module" src="/book/_astro/Cell', 'module" async src="/book/_astro/Cell'),
    );
  });
});

describe("withCellTexts", () => {
  const cells = '<div data-cells="/book/momentum/cells.json"></div>';

  it("has the compiled cells and their worker fetched early, from where the site is served", () => {
    const html = withCellTexts(page(cells + script("Cell.astro_x.js")), "worker.sandbox.a1.js");
    const fetched = [...html.matchAll(/rel="preload" as="fetch"[^>]* href="([^"]+)"/g)];
    expect(fetched.map(([, href]) => href)).toEqual([
      "/book/_astro/worker.sandbox.a1.js",
      "/book/momentum/cells.json",
    ]);
  });

  it("leaves a page without cells as it is", () => {
    const html = page(script("Exercise.astro_x.js"));
    expect(withCellTexts(html, "worker.sandbox.a1.js")).toBe(html);
  });
});
