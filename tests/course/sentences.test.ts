import { describe, expect, it } from "vitest";
import { sentencesOf, wordsOf } from "#src/course/sentences.ts";
import { bookText } from "../book-text.ts";

describe("the words of a text", () => {
  it("are in lower case, with hyphens and apostrophes inside, and without numbers and letters", () => {
    expect(wordsOf("A mini-batch of 40: Nesterov’s x, and 2nd-order.")).toEqual([
      "a",
      "mini-batch",
      "of",
      "nesterov's",
      "and",
      "nd-order",
    ]);
  });
});

describe("the sentences of a chapter", () => {
  it("end at . ? and !, with what closes after them", () => {
    expect(
      sentencesOf("How far does it go? It says “not so far today.” Nobody has seen it!"),
    ).toEqual(["How far does it go?", "It says “not so far today.”", "Nobody has seen it!"]);
  });

  it("do not end at an abbreviation, an initial or a decimal point", () => {
    const one = "Small steps, e.g. 0.1 of it, as B. Polyak and others, cf. chapter two, have said.";
    expect(sentencesOf(one)).toEqual([one]);
  });

  it("leave out front matter, imports, headings, code, tables and display mathematics", () => {
    const mdx = [
      "---",
      "summary: Nobody reads this line aloud.",
      "---",
      "",
      'import Cell from "#components/cell/Cell.astro";',
      "",
      "## A heading of four words",
      "",
      "This is the text itself.",
      "",
      '<Cell id="one" title="This is not text either">',
      "```ts",
      "const words = 'these are not read either';",
      "```",
      "</Cell>",
      "",
      "| these words | are in | a table |",
      "|---|---|---|",
      "",
      "$$",
      "\\text{four words in formula}",
      "$$",
      "",
      "And this is the end.",
    ].join("\n");
    expect(sentencesOf(mdx)).toEqual(["This is the text itself.", "And this is the end."]);
  });

  it("keep the words inside a component and drop its attributes", () => {
    const mdx =
      '<OftenSaid claim="Momentum is > all the rest.">\n  It is *not* so, <Term of="sgd">plain SGD</Term> says; see <Cite of="A" />.\n</OftenSaid>';
    expect(sentencesOf(mdx)).toEqual(["It is not so, plain SGD says; see."]);
  });

  it("close up where mathematics or code in a line was", () => {
    expect(sentencesOf("The rate $\\eta$, `x`, ($\\beta=2$) and the rest are known.")).toEqual([
      "The rate, and the rest are known.",
    ]);
  });

  it("are read across the lines of a paragraph, and each item of a list by itself", () => {
    expect(
      sentencesOf("One sentence on\ntwo lines.\n\n- the first item here\n- the second item here"),
    ).toEqual(["One sentence on two lines.", "the first item here", "the second item here"]);
  });

  it("leave out what has fewer than four words", () => {
    expect(sentencesOf("Not so. But this is long enough.")).toEqual(["But this is long enough."]);
  });
});

describe("the sentences of this book", () => {
  it("are at least a hundred for each of the seven chapters of its first two parts", () => {
    expect(bookText.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const { sentences } of bookText) expect(sentences.length).toBeGreaterThan(100);
  });

  it("hold no trace of markup, code or mathematics", () => {
    const marked = bookText
      .flatMap(({ sentences }) => sentences)
      .filter((sentence) => /[<>{}|$\\`=#]|\*|^import |const \w+ =/.test(sentence));
    expect(marked).toEqual([]);
  });
});
