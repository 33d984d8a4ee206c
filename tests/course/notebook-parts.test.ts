import { describe, expect, it } from "vitest";
import { notebookParts } from "#src/course/notebook-parts.ts";
import type { Reference } from "#src/course/reference-schema.ts";

const works = new Map<string, Reference>([
  ["Goh2017", { authors: "Goh, G.", year: 2017, title: "Why momentum", venue: "Distill" }],
  [
    "Fisher1936",
    {
      authors: "Fisher, R. A.",
      year: 1936,
      title: "Irises",
      venue: "Annals",
      url: "https://a.org",
    },
  ],
]);
const partsOf = (mdx: string) => notebookParts(mdx, works);
const cell = '<Cell id="one" title="One">\n```ts\n1 + 1\n```\n</Cell>';

describe("notebookParts", () => {
  it("cuts prose at the cells, and leaves out front matter and imports", () => {
    const mdx = `---\ntitle: T\n---\n\nimport Cell from "#components/cell/Cell.astro";\n\n## A\n\nText.\n\n${cell}\n\nMore.\n`;
    expect(partsOf(mdx)).toEqual([
      { kind: "prose", id: "prose-1", text: "## A\n\nText." },
      { kind: "code", id: "one", text: "1 + 1", title: "One" },
      { kind: "prose", id: "prose-2", text: "More." },
    ]);
  });

  it("makes no empty prose between two cells, and keeps the imports of a cell", () => {
    const second =
      '<Cell id="two">\n```ts\nimport { run } from "@downhill/optim";\nrun\n```\n</Cell>';
    expect(partsOf(`${cell}\n\n${second}\n`)).toEqual([
      { kind: "code", id: "one", text: "1 + 1", title: "One" },
      { kind: "code", id: "two", text: 'import { run } from "@downhill/optim";\nrun' },
    ]);
  });

  it("numbers labelled equations, and writes the numbers where they are referred to", () => {
    const [part] = partsOf(
      "By $\\eqref{b}$:\n\n$$\na \\label{a}\n$$\n\n$$b \\label{b}$$\n\n$$c$$\n",
    );
    expect(part?.text).toBe("By (2):\n\n$$\na \\tag{1}\n$$\n\n$$\nb \\tag{2}\n$$\n\n$$\nc\n$$");
  });

  it("cites by name, with a link where there is one, and writes out the reading list", () => {
    const [part] = partsOf(
      'See <Cite of="Goh2017" /> and <Cite of="Fisher1936" />.\n\n<Reading works={{\n  Goh2017: "Figures that move.",\n  Fisher1936: "The data.",\n}} />\n',
    );
    expect(part?.text).toBe(
      "See Goh 2017 and [Fisher 1936](https://a.org).\n\n- Goh, G. *Why momentum*. Distill, 2017. Figures that move.\n- Fisher, R. A. [Irises](https://a.org). Annals, 1936. The data.",
    );
  });

  it.each([
    ['<Cite of="Nobody1900" />', 'references.yml has no "Nobody1900"'],
    ["By $\\eqref{x}$", "\\eqref{x} names no equation of this text"],
    ['<Exercise id="a" />', "<Exercise> cannot be copied into a notebook. Write it in Markdown."],
    [
      cell.replaceAll(/^(<\/?Cell)/gm, "  $1"),
      "1 cells, but 0 that stand at the beginning of a line",
    ],
  ])("refuses %j in words", (mdx, message) => {
    expect(() => partsOf(mdx)).toThrow(message);
  });
});
