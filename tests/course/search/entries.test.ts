import { describe, expect, it } from "vitest";
import { exerciseSchema } from "#src/course/exercise-schema.ts";
import { byAlphabet } from "#src/course/search/alphabet.ts";
import { exerciseEntry, widgetsOf } from "#src/course/search/chapter-entries.ts";
import type { Entry } from "#src/course/search/entry.ts";
import { figureOf } from "#src/course/search/figures.ts";
import { symbolEntry, termEntry, workEntry } from "#src/course/search/look-up-entries.ts";
import { exportEntry } from "#src/course/search/package-entries.ts";
import { packNames, packTexts, unpack } from "#src/course/search/packed.ts";
import { worksListed } from "#src/course/search/reading-lists.ts";
import { translate } from "#src/language/translate.ts";

describe("an exercise", () => {
  it("is found by what it asks, not by its answer, its hints and its mistakes", () => {
    const data = exerciseSchema.parse({
      kind: "choice",
      title: "Which *way*?",
      hints: ["secret hint"],
      explanation: "secret explanation",
      options: [
        { text: "uphill", feedback: "secret feedback" },
        { text: "downhill", right: true, feedback: "secret praise" },
      ],
    });
    const chapter = { id: "momentum", number: 6, title: "Momentum" };
    const entry = exerciseEntry(chapter, "6.2", "which-way", data, "At $\\beta$, where to?");
    expect(entry).toMatchObject({
      title: "Which way?",
      where: "Exercise 6.2 › 6 Momentum",
      at: "momentum/#exercise-which-way",
      text: "At β, where to?\nuphill\ndownhill",
    });
    expect(JSON.stringify(entry)).not.toContain("secret");
  });
});

describe("a figure", () => {
  const sources = {
    "Ravine.tsx":
      '<WidgetFrame id="ravine" title="A ball" notice={<>it <i>rolls</i>{" "}on.</>} why="it must." />',
    "ToForget.tsx": "<StepLengths figure={toForget} />",
    "to-forget/figure.ts": '{ id: "to-forget", title: "To forget", notice: "it does." }',
    "BowlRuns.tsx": "title={scene.title}",
    "bowl-runs/scenes.ts": '"a-one": { title: "One" }, "b-two": { title: "Two", why: "so." }',
  };

  it("has title and caption from its component, or from the figure or scene beside it", () => {
    expect(figureOf("Ravine", "", sources)).toEqual({
      id: "ravine",
      title: "A ball",
      caption: "it rolls on.\nit must.",
    });
    expect(figureOf("ToForget", "", sources)).toMatchObject({
      id: "to-forget",
      title: "To forget",
    });
    expect(figureOf("BowlRuns", ' scene="b-two"', sources)).toEqual({
      id: "b-two",
      title: "Two",
      caption: "so.",
    });
  });

  it("may have quotes in its title and its caption", () => {
    const quoted = {
      "Ravine.tsx": translate(
        `import { say } from "#src/language/say.ts";
<WidgetFrame title={say('The "ball" of \\\\beta')} notice={say("it \\"rolls\\".")} />`,
        "Ravine.tsx",
        () => undefined,
      ),
    };
    expect(figureOf("Ravine", "", quoted)).toEqual({
      id: "ravine",
      title: 'The "ball" of \\beta',
      caption: 'it "rolls".',
    });
  });

  it("without a title is an error that says where to put one", () => {
    expect(() => figureOf("NoTitle", "", sources)).toThrow(
      'search: components/widgets/NoTitle.tsx has no title="…"',
    );
  });

  it("is a component that the chapter takes from the widgets", () => {
    const mdx =
      'import Cell from "#components/cell/Cell.astro";\nimport Ravine from "#components/widgets/Ravine.tsx";';
    expect([...widgetsOf(mdx)]).toEqual(["Ravine"]);
  });
});

describe("what is looked up", () => {
  it("has a symbol by its meaning and by all its names", () => {
    const entry = symbolEntry(
      "second-retention",
      { tex: "\\beta_2", meaning: "how much is *kept*", code: "beta2", pytorch: "betas[1]" },
      "Notation",
    );
    expect(entry).toMatchObject({ title: "β₂", at: "notation/#second-retention" });
    expect(entry.names).toContain("beta2");
    expect(entry.text.split("\n")).toEqual([
      "how much is kept",
      "In code: beta2.",
      "In PyTorch: betas[1].",
    ]);
  });

  it("has a work by its authors, and what every chapter says of it", () => {
    const data = { authors: "Goh, G.", year: 2017, title: "Why momentum", venue: "Distill" };
    expect(
      workEntry("Goh2017", data, "momentum/#ref-Goh2017", "6 Momentum", "The best."),
    ).toMatchObject({
      where: "Goh 2017 › 6 Momentum",
      text: "Goh, G. Distill, 2017.\nThe best.",
    });
    expect(worksListed('<Reading works={{\n  A1: "Say \\"a\\".",\n  B2: "b",\n}} />')).toEqual([
      { key: "A1", why: 'Say "a".' },
      { key: "B2", why: "b" },
    ]);
  });

  it("has an export by its docstring, its head and its options", () => {
    const doc = {
      name: "armijo",
      kind: "type" as const,
      signature: "interface Armijo",
      code: "",
      docstring: "A test.\n\n@param c1 the `share`",
      members: [{ signature: "c1?: number", docstring: "Its share." }],
    };
    expect(exportEntry(doc, "armijo.ts", "reference/api/core/#armijo").text.split("\n")).toEqual([
      "A test.",
      "c1: the share",
      "interface Armijo",
      "c1?: number · Its share.",
    ]);
  });
});

describe("a term", () => {
  it("is found by the Greek letters of its definition, each once", () => {
    const definition =
      "The ratio $\\kappa=\\lambda_1/\\lambda_d$, at least 1; $\\kappa$ for short.";
    const data = {
      term: "Condition number",
      chapter: "conditioning",
      section: "bowls",
      definition,
    };
    expect(termEntry("condition-number", data, "").names).toBe("condition-number κ λ");
  });
});

describe("the files of the search", () => {
  const entries: readonly Entry[] = [
    {
      kind: "term",
      title: "Adam",
      where: "10 Adam",
      at: "glossary/#adam",
      names: "adam",
      text: "A method.",
    },
    {
      kind: "symbol",
      title: "β₂",
      where: "10 Adam",
      at: "notation/#second-retention",
      names: "β₂",
      text: "how much of the average is kept",
    },
  ];

  it("are the entries again, with their texts when these have come", () => {
    const names = packNames(entries);
    expect(unpack(names, packTexts(entries))).toEqual(entries);
    // A letter alone says nothing: what a symbol means comes with the names, and once.
    expect(unpack(names)).toEqual([{ ...entries[0], text: "" }, entries[1]]);
    expect(packTexts(entries).texts).toEqual(["A method.", ""]);
  });

  it("of two editions are an error that says what to do", () => {
    expect(() => unpack(packNames(entries), { texts: [] })).toThrow(
      "search: 2 names, but 0 texts: they are of two editions. Load the page again.",
    );
  });
});

describe("the index by the alphabet", () => {
  it("makes one line of what is given twice, and goes by letters", () => {
    const link = (words: string) => ({ words, href: `/${words}/` });
    const letters = byAlphabet([
      { name: "Momentum", links: [link("term")] },
      { name: "Adam", links: [link("term")] },
      { name: "momentum", links: [link("reference")] },
      { name: "ε", links: [] },
      { name: "Newton’s method", links: [link("term")] },
      { name: "Newton's method", links: [link("reference")] },
    ]);
    expect(letters.map(({ letter }) => letter).sort()).toEqual(["#", "A", "M", "N"]);
    expect(letters.find(({ letter }) => letter === "M")?.lines).toEqual([
      { name: "Momentum", links: [link("term"), link("reference")] },
    ]);
    expect(letters.find(({ letter }) => letter === "N")?.lines).toEqual([
      { name: "Newton’s method", links: [link("term"), link("reference")] },
    ]);
  });
});
