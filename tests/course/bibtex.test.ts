import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { namesOf } from "#src/course/author-names.ts";
import { bibtexEntry } from "#src/course/bibtex.ts";
import { latexText } from "#src/course/latex-text.ts";
import type { Reference } from "#src/course/reference-schema.ts";

const works = Object.entries(
  parse(
    readFileSync(resolve(import.meta.dirname, "../../content/references.yml"), "utf8"),
  ) as Record<string, Reference>,
);

const entry = (work: Partial<Reference>) =>
  bibtexEntry("Key2000", {
    authors: "Su, W.",
    year: 2000,
    title: "A title",
    venue: "arXiv",
    ...work,
  });

describe("the names of authors", () => {
  it("are told apart by their initials, however many they are", () => {
    expect(
      namesOf("Wang, Y.-X., Agüera y Arcas, B., Tang, P. T. P., de Freitas, N., and others"),
    ).toEqual({
      people: ["Wang, Y.-X.", "Agüera y Arcas, B.", "Tang, P. T. P.", "de Freitas, N."],
      others: true,
    });
    expect(namesOf("Brown, T. B., et al.")).toEqual({ people: ["Brown, T. B."], others: true });
    expect(namesOf("PyTorch contributors")).toEqual({
      people: ["PyTorch contributors"],
      others: false,
    });
  });

  it("are all read of every work in the list", () => {
    for (const [, { authors }] of works)
      expect(namesOf(authors).people.join(", ")).toBe(
        authors.replace(/, and others$|, et al\.$/, ""),
      );
  });
});

describe("text for LaTeX", () => {
  it("escapes what would be a command", () => {
    expect(latexText("100% of $5 & {a_b} #1 ~ ^ \\")).toBe(
      "100\\% of \\$5 \\& \\{a\\_b\\} \\#1 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}",
    );
  });

  it("writes accents, quotes and dashes in ASCII", () => {
    expect(latexText("Défossez, Hüsken, Günter, Łoś")).toBe(
      "D{\\'{e}}fossez, H{\\\"{u}}sken, G{\\\"{u}}nter, {\\L}o{\\'{s}}",
    );
    expect(latexText("“Don’t” 1–2, O(1/k²)")).toBe("``Don't'' 1--2, O(1/k$^2$)");
  });

  it("says which sign it does not know", () => {
    expect(() => latexText("von 你")).toThrow(
      'BibTeX: how LaTeX writes "你" in "von 你" is not known. Add it to latex-text.ts.',
    );
  });
});

describe("an entry for BibTeX", () => {
  it("is an article, of a meeting, a book or another thing, as the venue says", () => {
    expect(entry({ venue: "SIAM Review 60" })).toContain(
      "@article{Key2000,\n  author = {Su, W.},\n  title = {A title},\n  journal = {SIAM Review},\n  volume = {60},\n  year = {2000},\n}\n",
    );
    expect(entry({ venue: "The Computer Journal 3, 175–184" })).toContain("pages = {175--184},");
    expect(entry({ venue: "Advances in Neural Information Processing Systems 30" })).toMatch(
      /^@inproceedings\{[\s\S]*booktitle = \{Advances in Neural Information Processing Systems 30\},/,
    );
    expect(entry({ venue: "MIT Press" })).toMatch(/^@book\{[\s\S]*publisher = \{MIT Press\},/);
    expect(entry({ venue: "google-deepmind/optax, issue 1389" })).toMatch(
      /^@misc\{[\s\S]*howpublished = \{google-deepmind\/optax, issue 1389\},/,
    );
  });

  it("knows a DOI and an arXiv number, and has the address of other works", () => {
    expect(entry({ url: "https://doi.org/10.1137/0801001" })).toContain("doi = {10.1137/0801001},");
    expect(entry({ url: "https://arxiv.org/abs/1603.04467" })).toContain(
      "eprint = {1603.04467},\n  archiveprefix = {arXiv},",
    );
    expect(entry({ url: "https://d2l.ai/a_b.html" })).toContain("url = {https://d2l.ai/a_b.html},");
  });

  it("keeps the capitals of names in the title, and braces the name of a group", () => {
    expect(entry({ title: "On the limited memory BFGS method: Adam & others" })).toContain(
      "title = {On the limited memory {BFGS} method: {Adam} \\& others},",
    );
    expect(entry({ title: "signSGD: compressed" })).toContain("title = {{signSGD:} compressed},");
    expect(entry({ authors: "PyTorch contributors" })).toContain(
      "author = {{PyTorch contributors}},",
    );
    expect(entry({ authors: "Hu, S., et al." })).toContain("author = {Hu, S. and others},");
  });

  it("can be made of every work, in ASCII, with braces that match", () => {
    for (const [key, work] of works) {
      const text = bibtexEntry(key, work);
      expect(text).toMatch(/^[\n\x20-\x7e]*$/);
      const unescaped = text.replaceAll(/\\[{}]/g, "");
      expect(unescaped.split("{").length).toBe(unescaped.split("}").length);
    }
  });
});
