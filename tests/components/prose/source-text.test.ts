import { describe, expect, it } from "vitest";
import { excerpt } from "#components/prose/excerpt.ts";
import { readFence } from "#components/prose/fence.ts";

describe("a listing", () => {
  const source = [
    'import { a } from "./a.ts";',
    "",
    "/** Adds. */",
    "export function add(x: number, y: number): number {",
    "  if (x) {",
    "    return y;",
    "  }",
    "  return x + y;",
    "}",
    "",
    "export const card = 1;",
  ].join("\n");

  it("is one declaration with its docstring", () => {
    expect(excerpt(source, "add", "add.ts").split("\n")).toEqual(source.split("\n").slice(2, 9));
  });

  it("of a name that the file does not export stops the build", () => {
    expect(() => excerpt(source, "subtract", "add.ts")).toThrow(
      'Listing: add.ts exports no "subtract". Correct the name or the file.',
    );
  });
});

describe("a fenced block", () => {
  it("gives back language and text as written", () => {
    const html =
      '<code class="language-python">if a &lt; b &#x26; c:\n    <span>go</span>()\n</code>';
    expect(readFence(html)).toEqual({ language: "python", source: "if a < b & c:\n    go()" });
  });

  it("without a language is text", () => {
    expect(readFence("<code>x</code>").language).toBe("text");
  });
});
