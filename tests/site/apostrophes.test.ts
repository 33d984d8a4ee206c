import { describe, expect, it } from "vitest";
import { builtPages } from "./pages.ts";

const CODE = "code, pre, script, style, template, textarea, .katex";
const SPOKEN = ["aria-label", "title", "alt", "placeholder", "content"];
const STRAIGHT = /\p{L}'\p{L}/u;

describe("an apostrophe", () => {
  it("is set as one wherever a reader sees or hears it, and not as the mark of a typewriter", () => {
    const found = builtPages().flatMap(({ path, document }) =>
      [...texts(document.documentElement)]
        .filter((text) => STRAIGHT.test(text))
        .map((text) => `${path}: ${text.trim()}`),
    );
    expect(found).toEqual([]);
  });
});

/** What is shown or said of an element and all in it, but for code and mathematics. */
function* texts(element: Element): Generator<string> {
  if (element.matches(CODE)) return;
  for (const name of SPOKEN) yield element.getAttribute(name) ?? "";
  for (const node of element.childNodes)
    if (node.nodeType === 3) yield node.textContent ?? "";
    else if (node.nodeType === 1) yield* texts(node as Element);
}
