import { describe, expect, it } from "vitest";
import { plainChapter } from "#src/publishing/plain-chapter.ts";

const written = (body: string) =>
  plainChapter({
    number: 6,
    title: "Momentum",
    summary: "A memory.",
    objectives: ["write a step", "tune it"],
    body,
    works: new Map([
      [
        "Goh2017",
        { authors: "Goh, G.", year: 2017, title: "Why", venue: "D", url: "https://a.org" },
      ],
    ]),
    exercise: (id) => ({ title: `Title of ${id}`, question: "\nWhat is it?\n" }),
    listing: (file, name) => `// ${file}\nexport const ${name} = 1;`,
  }).replace(/^[\s\S]*?tune it\n\n/, "");

describe("plainChapter", () => {
  it("begins with number, title, summary and goals", () => {
    const text = plainChapter({
      number: 6,
      title: "Momentum",
      summary: "A memory.",
      objectives: ["write a step", "tune it"],
      body: 'import Cell from "#components/cell/Cell.astro";\n\n## One\n',
      works: new Map(),
      exercise: () => ({ title: "", question: "" }),
      listing: () => "",
    });
    expect(text).toBe(
      "# 6 Momentum\n\nA memory.\n\nAfter this chapter you can\n\n- write a step\n- tune it\n\n## One\n",
    );
  });

  it("keeps prose and code, numbers equations and names works", () => {
    expect(
      written(
        'A <Term of="ravine">ravine</Term> (<Cite of="Goh2017" />).\n\n$$\n\\velocity{v}=1 \\label{v}\n$$\n\nBy $\\eqref{v}$ it is.\n\n<Cell id="a" title="A cell">\n```ts\nconst tag = <Place ids="x" />;\n```\n</Cell>\n',
      ),
    ).toBe(
      'A ravine ([Goh 2017](https://a.org)).\n\n$$\n{v}=1 \\tag{6.1}\n$$\n\nBy (6.1) it is.\n\n**A cell**\n\n```ts\nconst tag = <Place ids="x" />;\n```\n',
    );
  });

  it("asks the questions of exercises, and says of a figure that it is on the page", () => {
    expect(written('<Exercise id="step" />\n\n<RavineExplorer client:touch />\n')).toBe(
      "**Exercise: Title of step.** What is it?\n\n*A figure on the page: ravine explorer.*\n",
    );
    expect(written("<AfterASpike />\n")).toBe("*A figure on the page: after a spike.*\n");
    expect(written('<BowlRuns client:touch scene="three-methods" />\n')).toBe(
      "*A figure on the page: three methods.*\n",
    );
  });

  it("prints listings, and opens what is folded", () => {
    expect(
      written('<Listing file="a.ts" name="a" />\n\n<Fold title="Why?">\nSo.\n</Fold>\n\nOn.\n'),
    ).toBe("```ts\n// a.ts\nexport const a = 1;\n```\n\n**Why?**\n\nSo.\n\nOn.\n");
    expect(
      written('<Statement kind="theorem" id="a" title="All of it">\nSo it is.\n</Statement>\n'),
    ).toBe("**Theorem: All of it**\n\nSo it is.\n");
    expect(written('<OftenSaid claim="It is fast.">\n  It is not.\n</OftenSaid>\n')).toBe(
      "Often said: “It is fast.” In fact:\n\n  It is not.\n",
    );
  });

  it("drops nothing that a component holds and that it does not know", () => {
    expect(() => written("<Unheard>\nOf.\n</Unheard>\n")).toThrow(
      "no form for what <Unheard> holds",
    );
  });

  it("writes the book's own commands in plain TeX", () => {
    expect(written("$\\gradient g\\T\\Theta\\curvature{H}$\n")).toBe("$g^{\\top}\\Theta{H}$\n");
  });

  it("takes a comparison in a formula, or a type in code, for no component", () => {
    expect(written("A `Promise<Vec>` comes.\n")).toBe("A `Promise<Vec>` comes.\n");
    expect(written("While $t<T$ and $|D|<1$.\n")).toBe("While $t<T$ and $|D|<1$.\n");
  });
});
