import { expect, it } from "vitest";
import { bibtex, citationLine } from "#src/publishing/citation.ts";

const edition = { edition: "0.1.0", date: "2026-11-29" };
const book = { url: "https://example.org/book/" };
const chapter = {
  url: "https://example.org/book/momentum/",
  chapter: { id: "momentum", number: 6, title: "Momentum" },
};

it("writes an entry for BibTeX of the book and of a chapter", () => {
  expect(bibtex(book, edition)).toBe(`@book{downhill2026,
  author = {{The Downhill authors}},
  title = {{Downhill: Gradient-based optimization, in a book you can run}},
  edition = {0.1.0},
  year = {2026},
  month = {11},
  url = {https://example.org/book/},
}`);
  expect(bibtex(chapter, edition)).toBe(`@incollection{downhill2026-momentum,
  author = {{The Downhill authors}},
  title = {{Momentum}},
  booktitle = {{Downhill: Gradient-based optimization, in a book you can run}},
  chapter = {6},
  edition = {0.1.0},
  year = {2026},
  month = {11},
  url = {https://example.org/book/momentum/},
}`);
});

it("writes a line for a list of references", () => {
  const written = (cited: Parameters<typeof citationLine>[0]) => {
    const { before, title, after } = citationLine(cited, edition);
    return `${before}*${title}*${after}`;
  };
  expect(written(book)).toBe(
    "The Downhill authors. (2026). *Downhill: Gradient-based optimization, in a book you can run* (Edition 0.1.0). https://example.org/book/",
  );
  expect(written(chapter)).toBe(
    "The Downhill authors. (2026). Momentum. In *Downhill: Gradient-based optimization, in a book you can run* (Edition 0.1.0, Chapter 6). https://example.org/book/momentum/",
  );
});
