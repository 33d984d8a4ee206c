import { bowl, gradientDescent, iterate } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { renderMath } from "#src/course/math.ts";
import { fileOutput, nameProblem } from "#src/notebook/file-output.ts";
import { inspect } from "#src/notebook/inspect.ts";
import { markup, markupAll } from "#src/notebook/markup.ts";
import type { Output } from "#src/notebook/output.ts";
import { isOutput } from "#src/notebook/output-check.ts";
import { TEX_LENGTH, tex } from "#src/notebook/tex.ts";
import { notebook, words } from "./run-cells.ts";

const outputsOf = async (source: string): Promise<readonly Output[]> => {
  const { shown } = await notebook()({ cell: source });
  const outputs = shown.get("cell") ?? [];
  // Whatever a cell shows has to pass the page's check after its way through a message.
  for (const output of structuredClone(outputs)) expect(isOutput(output), output.kind).toBe(true);
  return outputs;
};

describe("a formula", () => {
  it("is TeX as written, with rounded numbers, columns and matrices", () => {
    expect(tex`\kappa = ${1 / 3}`).toMatchObject({ tex: String.raw`\kappa = 0.333333` });
    expect(tex`${1e-9}, ${Number.POSITIVE_INFINITY}`.tex).toBe(
      String.raw`1 \times 10^{-9}, \infty`,
    );
    expect(tex`${[1, 2]} ${[Float64Array.of(1, 0), Float64Array.of(0, 25)]}`.tex).toBe(
      String.raw`\begin{bmatrix} 1 \\ 2 \end{bmatrix} \begin{bmatrix} 1 & 0 \\ 0 & 25 \end{bmatrix}`,
    );
    expect(tex`a = ${tex`b^${2}`}`.tex).toBe("a = b^2");
  });

  it("is shown as mathematics that a screen reader can read", async () => {
    const [output] = await outputsOf("tex`\\\\sqrt{x}`");
    expect(output).toEqual({ kind: "tex", source: "\\\\sqrt{x}" });
    const html = markup({ kind: "tex", source: "\\sqrt{x}" }, (one) => renderMath(one, true));
    expect(html).toContain("<msqrt>");
  });

  it("refuses what has no form in mathematics, and what is too long", () => {
    expect(() => tex`${{ a: 1 }}`).toThrow(/got object/);
    expect(() => tex`${null}`).toThrow(/got null/);
    expect(() => (tex as unknown as (text: string) => unknown)("x")).toThrow(
      /write it as a template/,
    );
    expect(() => tex`${"x".repeat(TEX_LENGTH + 1)}`).toThrow(/up to 5000 characters, got 5001/);
  });

  it("cannot take another look than its own from the page", () => {
    expect(renderMath("\\htmlClass{masthead}{x}")).not.toMatch(/class="[^"]*masthead/);
    expect(renderMath("\\href{javascript:alert(1)}{x}")).not.toContain("href=");
    expect(renderMath("\\gradient{g}")).toContain("q-gradient");
  });
});

describe("a matrix", () => {
  it("is two rows of numbers or more, in brackets", () => {
    const output = inspect([Float64Array.of(1, 0), Float64Array.of(0, 1 / 3)]);
    expect(output).toMatchObject({ kind: "matrix", shape: [2, 2] });
    const html = markup(output);
    expect(html).toContain('aria-label="Matrix, 2 × 2"');
    expect(html.match(/<td/g)).toHaveLength(4);
    expect(html).toContain('title="0.3333333333333333"');
  });

  it("is cut where it is huge, and says so", () => {
    const output = inspect(Array.from({ length: 3000 }, () => new Float64Array(500)));
    if (output.kind !== "matrix") throw new Error(output.kind);
    expect([output.rows.length, output.rows[0]?.length]).toEqual([60, 100]);
    expect(markup(output)).toContain("The first 60 rows and 100 columns.");
  });

  it("is not made of one row, of rows of different lengths or of words", () => {
    for (const value of [[[1, 2]], [[1], [1, 2]], [["a"], ["b"]], [[], []]])
      expect(inspect(value).kind).toBe("text");
  });
});

describe("a generator", () => {
  it("is played: each value as it would be shown alone, when it is yielded", async () => {
    const [output] = await outputsOf(
      "function* walk() { const x = [0]; for (let i = 0; i < 4; i++) { x[0] = i; yield x; } }\nwalk()",
    );
    if (output?.kind !== "frames") throw new Error(output?.kind);
    expect(output.frames.map(words)).toEqual(["[0]", "[1]", "[2]", "[3]"]);
    expect(output.note).toBeUndefined();
  });

  it("may be asynchronous, and may never end", async () => {
    const [output] = await outputsOf(
      "async function* walk() { for (let i = 0; ; i++) { await null; yield i; } }\nwalk()",
    );
    if (output?.kind !== "frames") throw new Error(output?.kind);
    expect(output.frames).toHaveLength(300);
    expect(output.note).toContain("The first 300 frames");
    const [endless] = await outputsOf("(function* () { for (;;) yield 1; })()");
    expect(endless).toMatchObject({ kind: "frames", note: expect.stringContaining("goes on") });
    if (endless?.kind !== "frames") throw new Error(endless?.kind);
    expect(endless.frames).toHaveLength(300);
  });

  it("of the frames of a run is a trace over the function's level lines", () => {
    const frames = iterate(gradientDescent({ learningRate: 0.02 }), bowl([1, 25]), [-4, 1], {
      steps: 50,
    });
    const output = inspect(frames);
    if (output.kind !== "trace") throw new Error(output.kind);
    expect(output.steps).toHaveLength(51);
    expect(output.map?.levels.length).toBeGreaterThan(5);
    expect(output.table.note).toBe("Run: stopped after 50 steps, its budget.");
  });

  it("of a reader's own frames is a trace too, and a film where one of its values is no frame", async () => {
    const own =
      "function* own() { for (let k = 0; k < 3; k++) yield { k, x: Float64Array.of(k, 1), f: k * k";
    const [trace] = await outputsOf(`${own} }; }\nown()`);
    if (trace?.kind !== "trace") throw new Error(words(trace!));
    expect(trace.losses).toEqual([0, 1, 4]);
    expect(trace.table.note).toBe("Run: ended after 2 steps.");
    expect(JSON.stringify(trace.table)).not.toContain("undefined");
    const [film] = await outputsOf(`${own} }; yield "end"; }\nown()`);
    if (film?.kind !== "frames") throw new Error(words(film!));
    expect(film.frames).toHaveLength(4);
    expect(words(film.frames.at(-1)!)).toBe("end");
  });

  it("that yields nothing or throws says so", async () => {
    expect(words((await outputsOf("(function* () {})()"))[0]!)).toMatch(/yields nothing/);
    expect(
      words((await outputsOf('(function* () { yield 1; throw new Error("no"); })()')).at(-1)!),
    ).toMatch(/^no @1/);
  });

  it("stands in the page with every frame in reach and a player", () => {
    const html = markup({
      kind: "frames",
      frames: ["a", "b", "<c>"].map((text) => ({ kind: "text", text })),
    });
    expect(html.match(/<template>/g)).toHaveLength(3);
    expect(html).toContain('<div class="frames-stage"><pre class="out out-text">&lt;c&gt;</pre>');
    expect(html).toContain('max="2" value="2" aria-valuetext="frame 3 of 3"');
  });
});

describe("a file", () => {
  const contentOf = (data: unknown, name: string) => fileOutput(data, name).content;

  it("of records is written with a heading, and quoted where it has to be", () => {
    expect(contentOf([{ t: 1, note: 'a "b", c' }, { t: 2 }], "run.csv")).toBe(
      't,note\r\n1,"a ""b"", c"\r\n2,\r\n',
    );
    expect(contentOf([[1, 2], Float64Array.of(3, 4)], "run.tsv")).toBe("1\t2\r\n3\t4\r\n");
    expect(contentOf(Float64Array.of(1 / 3), "x.csv")).toBe("0.3333333333333333\r\n");
  });

  it("holds what JSON can hold, bytes, or a text as it is", () => {
    expect(JSON.parse(contentOf({ x: Float64Array.of(1, 2) }, "x.json") as string)).toEqual({
      x: [1, 2],
    });
    expect(contentOf(new Float64Array([0, 1]).subarray(1), "x.bin")).toEqual(
      new Uint8Array(new Float64Array([1]).buffer),
    );
    expect(contentOf("a\n", "notes.txt")).toBe("a\n");
  });

  it("has a plain name with a harmless ending", () => {
    for (const name of ["run.csv", "η sweep 2.json"]) expect(nameProblem(name)).toBeUndefined();
    for (const name of [
      "setup.exe",
      "page.html",
      "a/b.csv",
      "..csv",
      "x.svg",
      "csv",
      "",
      3,
      "a\n.txt",
    ])
      expect(nameProblem(name), String(name)).toBeDefined();
    expect(() => fileOutput("x", "virus.exe")).toThrow(/files that end with \.csv/);
    expect(() => fileOutput({ a: 1 }, "x.txt")).toThrow(/x\.txt takes a text, got \{ a: 1 \}/);
    expect(() => fileOutput([], "x.csv")).toThrow(/a table is a list of objects/);
  });

  it("is offered by the cell, and saved by nobody else", async () => {
    const [output] = await outputsOf('download([{ t: 1 }], "run.csv")');
    expect(output).toEqual({ kind: "file", name: "run.csv", content: "t\r\n1\r\n" });
    expect(markup(output!)).toContain('<button type="button" data-file disabled>Save run.csv');
    expect(isOutput({ ...output, name: "run.exe" })).toBe(false);
  });
});

describe("much output", () => {
  it("of many rows stands in one table, of which twenty are open", () => {
    const html = markup(inspect(Array.from({ length: 100 }, (_, k) => ({ k }))));
    const [open, rest] = html.split('<tbody class="out-rest">');
    expect(open?.match(/<tr>/g)).toHaveLength(21);
    expect(rest?.match(/<tr>/g)).toHaveLength(80);
    expect(html).toContain("<summary>See all 100 rows</summary>");
  });

  it("of many displays is folded after fifty", () => {
    const html = markupAll(
      Array.from({ length: 60 }, (_, i) => ({ kind: "number", text: String(i), full: String(i) })),
    );
    expect(html.split("<details")[0]?.match(/<pre/g)).toHaveLength(50);
    expect(html).toContain("See the other 10 outputs");
  });
});
