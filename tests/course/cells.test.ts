import { describe, expect, it } from "vitest";
import { extractCells } from "#src/course/cells.ts";

const cell = (attributes: string, ...lines: string[]) =>
  [`<Cell ${attributes}>`, ...lines, "</Cell>"].join("\n");

describe("extractCells", () => {
  it("finds the cells of a chapter in order, with id, title and code as written", () => {
    const mdx = `# Title\n\n${cell('id="first-step" title="One step"', "```ts", "const a = 1;", "", "  a", "```")}\n\ntext\n\n${cell('id="b"', "", "~~~ts", "2", "~~~", "")}\n`;
    expect(extractCells(mdx)).toEqual([
      { id: "first-step", title: "One step", source: "const a = 1;\n\n  a" },
      { id: "b", source: "2" },
    ]);
  });

  it("takes the indentation of the fence from the code", () => {
    expect(
      extractCells(cell('id="a"', "  ```ts", "  if (x) {", "    y;", "  }", "  ```"))[0]?.source,
    ).toBe("if (x) {\n  y;\n}");
  });

  it("leaves a cell in a fenced block alone: it is text about cells", () => {
    expect(extractCells('```mdx\n<Cell id="a">\n</Cell>\n```')).toEqual([]);
  });

  it("reads Windows line ends", () => {
    expect(
      extractCells(cell('id="a"', "```ts", "1", "2", "```").replaceAll("\n", "\r\n"))[0]?.source,
    ).toBe("1\n2");
  });

  it.each([
    [
      "no id",
      "<Cell>\n```ts\n1\n```\n</Cell>",
      'line 1 of the chapter: a cell needs an id: <Cell id="momentum-step">',
    ],
    [
      "an id in another case",
      cell('id="Step"', "```ts", "1", "```"),
      'cell "Step": an id is in kebab-case, for example "momentum-step"',
    ],
    [
      "an id twice",
      `${cell('id="a"', "```ts", "1", "```")}\n${cell('id="a"', "```ts", "1", "```")}`,
      'line 6 of the chapter: cell "a": the id is taken by an earlier cell. Choose another.',
    ],
    ["no code", cell('id="a"'), 'cell "a" has no code: put a ```ts block in it'],
    [
      "two blocks",
      cell('id="a"', "```ts", "```", "```ts", "```"),
      'cell "a" has two code blocks. Make two cells.',
    ],
    [
      "another language",
      cell('id="a"', "```js", "1", "```"),
      'cell "a": the block is marked “js”, a cell is ```ts',
    ],
    [
      "prose within",
      cell('id="a"', "Some words", "```ts", "1", "```"),
      'cell "a" holds one ```ts block and nothing else, got “Some words”',
    ],
    [
      "no end",
      '<Cell id="a">\n```ts\n1\n```\n',
      'cell "a" is never closed: write </Cell> on a line of its own',
    ],
    [
      "a tag that closes itself",
      '<Cell id="a" />',
      'a cell opens with <Cell id="…"> on a line of its own, got <Cell id="a" />',
    ],
  ])("refuses a cell with %s", (_, mdx, message) => {
    expect(() => extractCells(mdx)).toThrow(message);
  });
});
