import { describe, expect, it } from "vitest";
import type { Notebook } from "#src/notebook/document.ts";
import {
  MOST_OF_FILE,
  notebookData,
  notebookFile,
  openedFrom,
  readNotebookFile,
} from "#src/notebook/document-file.ts";

const notebook: Notebook = {
  title: "A line",
  parts: [
    { kind: "prose", id: "why", text: "Because $x$." },
    { kind: "code", id: "fit", text: "const a = 1;", title: "Fit", folded: true },
  ],
};
const file = notebookFile(notebook);
const problem = (text: string) => {
  const read = readNotebookFile(text);
  return "problem" in read ? read.problem : "none";
};
const data = (change: object) => JSON.stringify({ ...notebookData(notebook), ...change });

describe("a notebook file", () => {
  it("is read as what was written", () => {
    expect(readNotebookFile(file)).toEqual({ notebook });
  });

  it("tells who sent it, in sixty characters at most", () => {
    expect(openedFrom(notebookData(notebook, " Ada "))).toEqual({ notebook, by: "Ada" });
    expect(openedFrom(notebookData(notebook, " "))).toEqual({ notebook });
    expect(openedFrom({ ...notebookData(notebook), by: "x".repeat(99) })).toMatchObject({
      by: "x".repeat(60),
    });
    expect(openedFrom({ ...notebookData(notebook), by: 7 })).toEqual({ notebook });
  });

  it("is refused in words when it is cut off, anywhere", () => {
    for (let end = 1; end < file.length - 2; end += 7)
      expect(problem(file.slice(0, end))).toMatch(/^This file is damaged or was cut off/);
  });

  it("is refused in words when it is of another program, too large or of a future edition", () => {
    expect(problem("hello")).toMatch(/^This file is no notebook\. A notebook of this book ends in/);
    expect(problem("[]")).toMatch(/^This comes from another program/);
    expect(problem("null")).toMatch(/^This comes from another program/);
    expect(problem('{"cells":[]}')).toMatch(/^This comes from another program/);
    expect(problem('{"format":"downhill-work"}')).toMatch(/^This is a file of all your work/);
    expect(problem(" ".repeat(MOST_OF_FILE + 1))).toMatch(
      /^This file is too large for a notebook: 5\.0 million characters, where 5 million are read/,
    );
    expect(problem(data({ version: 2 }))).toMatch(
      /^This notebook was saved by another edition of the book \(format 2, here 1\)/,
    );
  });

  it("is refused in words when a piece of it cannot be kept", () => {
    expect(problem(data({ parts: "x" }))).toMatch(/^It is no notebook: a notebook has a title/);
    expect(problem(data({ parts: [7] }))).toBe(
      "Piece 1: it is neither text nor a cell. Nothing was opened.",
    );
    expect(problem(data({ parts: [{ kind: "widget" }] }))).toMatch(
      /^Piece 1: it is of the kind “widget”; known are prose and code\./,
    );
    expect(problem(data({ parts: [{ kind: "code" }] }))).toMatch(/^Piece 1: it has no text\./);
    expect(problem(data({ parts: [{ kind: "code", text: "x".repeat(200_001) }] }))).toMatch(
      /^Piece 1: it is 200001 characters long; a piece has at most 200000\./,
    );
    expect(problem(data({ parts: Array(501).fill(notebook.parts[0]) }))).toMatch(
      /^It has 501 pieces; a notebook has at most 500\. Split it in two\./,
    );
  });

  it("gives pieces new ids where theirs are no names, or taken", () => {
    const ids = ["fit", "fit", "__proto__", "a b", '"><img src=x>', 7, "x".repeat(61)];
    const read = readNotebookFile(
      data({ parts: ids.map((id) => ({ kind: "code", id, text: "", onclick: "alert(1)" })) }),
    );
    if ("problem" in read) throw new Error(read.problem);
    const { parts } = read.notebook;
    expect(parts[0]?.id).toBe("fit");
    for (const { id } of parts.slice(1)) expect(id).toMatch(/^cell-[b-z2-9]{4}$/);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(ids.length);
    expect(Object.keys(parts[0] ?? {})).toEqual(["kind", "id", "text"]);
  });
});

describe("a Jupyter notebook", () => {
  const jupyter = (change: object) =>
    readNotebookFile(
      JSON.stringify({
        nbformat: 4,
        nbformat_minor: 5,
        metadata: { kernelspec: { language: "typescript", name: "tslab" } },
        cells: [
          { cell_type: "markdown", source: ["# A line\n", "text"] },
          { cell_type: "code", source: "const a = 1;", outputs: [{ output_type: "stream" }] },
          { cell_type: "raw", source: "raw" },
          { cell_type: "code" },
        ],
        ...change,
      }),
    );

  it("comes as texts and cells, without its outputs", () => {
    const read = jupyter({});
    if ("problem" in read) throw new Error(read.problem);
    expect(read.notebook.title).toBe("A line");
    expect(read.notebook.parts.map(({ kind, text }) => [kind, text])).toEqual([
      ["prose", "# A line\ntext"],
      ["code", "const a = 1;"],
      ["prose", "raw"],
    ]);
  });

  it("is refused in words in another language or format", () => {
    expect(jupyter({ metadata: { language_info: { name: "python" } } })).toEqual({
      problem:
        "This Jupyter notebook is written in python. Cells here are TypeScript or JavaScript. Nothing was opened.",
    });
    expect(jupyter({ nbformat: 3 })).toEqual({
      problem:
        "Jupyter notebooks of format 4 can be opened; this one is of format 3. Nothing was opened.",
    });
    expect(jupyter({ cells: null })).toHaveProperty("problem");
  });
});
