import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Output } from "#src/notebook/output.ts";
import { VERSIONS } from "#src/takeaway/jupyter-file.ts";
import { type TakenPage, takeAway } from "#src/takeaway/take-away.ts";
import { chapters, pageOf } from "./pages.ts";

interface Cell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly outputs?: readonly Readonly<Record<string, unknown>>[];
}

const root = resolve(import.meta.dirname, "../..");
const schemaFile = resolve(root, "tests/fixtures/nbformat/nbformat.v4.5.schema.json");
// What the schema says means the same in the later draft that the validator reads.
const { $schema: _, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
const valid = new Ajv({ strict: false }).compile(schema);

async function cellsOf(page: TakenPage, only?: string): Promise<readonly Cell[]> {
  const { text } = await takeAway("ipynb", page, only);
  const notebook = JSON.parse(text);
  valid(notebook);
  expect(valid.errors).toBe(null);
  const ids = notebook.cells.map(({ id }: Cell) => id);
  expect(new Set(ids).size).toBe(ids.length);
  return notebook.cells;
}

describe("a Jupyter notebook", () => {
  it.each(chapters)("of the chapter on $name is valid in format 4.5", async ({ page }) => {
    const cells = await cellsOf(page);
    expect(cells.length).toBeGreaterThan(page.notebook.parts.length);
  });

  it("is refused by the schema where it is not", () => {
    expect(
      valid({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ cell_type: "code" }] }),
    ).toBe(false);
  });

  it("asks for the versions of the packages that the book has", () => {
    const { packages } = JSON.parse(readFileSync(resolve(root, "package-lock.json"), "utf8"));
    for (const [name, version] of Object.entries(VERSIONS)) {
      const kept = packages[`node_modules/${name}`];
      expect([name, kept.version ?? packages[kept.resolved].version]).toEqual([name, version]);
    }
  });

  it("says first what it needs, and sets up what the page gives its cells", async () => {
    const page = pageOf({
      one: 'import { bowl } from "@downhill/optim/problems";\nimport * as Plot from "@observablehq/plot";\nconst f = bowl([1]);\nPlot.dot([[1, 2]]).plot()',
    });
    const [about, setup, one, ...more] = await cellsOf(page);
    expect(about?.source).toMatch(
      /^# A page\n\nFrom \[Downhill\]\(https:\/\/downhill\.example\/notebook\/\)\./,
    );
    expect(about?.source).toContain("deno jupyter --install");
    expect(about?.source).toContain(
      `npm install ./downhill-optim-${VERSIONS["@downhill/optim"]}.tgz @observablehq/plot@0.6.17 linkedom@0.18.10\``,
    );
    expect(setup?.metadata).toEqual({ role: "setup" });
    expect(setup?.source).toContain(
      `import { bowl } from "npm:@downhill/optim@${VERSIONS["@downhill/optim"]}/problems";`,
    );
    expect(setup?.source).toContain('import("npm:@observablehq/plot@0.6.17")');
    expect(setup?.source).toContain('import("npm:linkedom@0.18.10")');
    expect(setup?.source).toContain("Deno.jupyter.display({");
    expect(setup?.source).not.toContain("writeFileSync");
    expect(one?.source).toBe("const f = bowl([1]);\ndisplay(Plot.dot([[1, 2]]).plot());");
    expect(more).toEqual([]);
  });

  it("shows by calls that leave no value for the kernel to show again", async () => {
    const made = await cellsOf(pageOf({ one: "1" }));
    expect(made[1]?.source).toContain("Promise.all(shown).then(() => {})");
  });

  it("keeps titles, prose and any ids", async () => {
    const notebook = {
      title: "",
      parts: [
        { kind: "prose", id: "Ünï/…", text: "Some $x^2$" },
        { kind: "code", id: "Ünï", text: "1", title: "A\ntitle" },
        { kind: "code", id: "x".repeat(100), text: "const a = 2;" },
        { kind: "prose", id: "about", text: "The end" },
      ],
    } as const;
    const cells = await cellsOf(pageOf({}, { notebook }));
    expect(cells.map(({ source }) => source).filter((_, i) => i !== 1)).toEqual([
      expect.stringMatching(/^# Cells\n/),
      "Some $x^2$",
      "### A title",
      "display(1);",
      "const a = 2;",
      "The end",
    ]);
    expect(cells[4]?.metadata).toEqual({ title: "A\ntitle" });
  });

  it("stores what each cell showed: drawings, tables, formulas, text and errors", async () => {
    const cell = (text: string) => ({ text, numeric: true });
    const table = { kind: "table", columns: ["a"], rows: [[cell("1")]], total: 1 } as const;
    const outputs: readonly Output[] = [
      { kind: "number", text: "0.5", full: "0.50000000001" },
      { kind: "svg", source: '<svg aria-label="A bowl"><path d="M0,0"></path></svg>' },
      { kind: "svg", source: "<figure><svg></svg></figure>" },
      { kind: "tex", source: "x^2" },
      table,
      { kind: "log", level: "warn", text: "careful" },
      { kind: "frames", frames: [{ kind: "number", text: "1", full: "1" }] },
      { kind: "error", stage: "run", message: "beta must be below 1" },
    ];
    const cells = await cellsOf(pageOf({ one: "1" }, { outputs: new Map([["one", outputs]]) }));
    const shown = cells.at(-1)?.outputs?.map(({ data, text, evalue }) => data ?? text ?? evalue);
    expect(shown).toEqual([
      { "text/plain": "0.5" },
      {
        "image/svg+xml":
          '<svg xmlns="http://www.w3.org/2000/svg" aria-label="A bowl"><path d="M0,0"></path></svg>',
        "text/plain": "A bowl",
      },
      { "text/html": "<figure><svg></svg></figure>", "text/plain": "(a drawing)" },
      { "text/latex": "$$x^2$$", "text/plain": "x^2" },
      { "text/html": expect.stringContaining("<td"), "text/plain": "a\n1" },
      "careful\n",
      { "text/plain": "1" },
      "beta must be below 1",
    ]);
  });

  it("stores the page's own HTML of a cell that has not run, without what needs the page", async () => {
    const stored = new Map([
      [
        "one",
        '<pre class="out out-text">1 &lt; 2</pre><div class="player"><button>Play</button></div>',
      ],
    ]);
    const cells = await cellsOf(pageOf({ one: "1" }, { stored }));
    expect(cells.at(-1)?.outputs?.map(({ data }) => data)).toEqual([
      { "text/html": '<pre class="out out-text">1 &lt; 2</pre>', "text/plain": "1 < 2" },
    ]);
  });

  it("has one cell alone with the cells that it needs", async () => {
    const page = pageOf({ first: "const first = 1;", other: "2", last: "first" });
    const sources = (await cellsOf(page, "last")).slice(2).map(({ source }) => source);
    expect(sources).toEqual(["const first = 1;", "display(first);"]);
  });
});
