import { describe, expect, it } from "vitest";
import { highlight } from "#components/editor/highlight.ts";

describe("highlight", () => {
  it("marks tokens with the classes of the editor, but what is plain", () => {
    expect(highlight('const a = "b"; // c')).toBe(
      '<span class="tok-keyword">const</span> a = <span class="tok-string">"b"</span>; <span class="tok-comment">// c</span>',
    );
  });

  it("tells a name that may be a type's, and a property of one letter", () => {
    expect(highlight("Vec.x + point.long")).toBe(
      '<span class="tok-variableName">Vec</span>.<span class="tok-propertyName">x</span> + point.long',
    );
  });

  it("reads types and Python", () => {
    expect(highlight("let x: number")).toContain('<span class="tok-typeName">number</span>');
    expect(highlight("def f(): pass", "python")).toContain('<span class="tok-keyword">def</span>');
  });

  it("escapes, and leaves the text as it was", () => {
    expect(highlight("a < b && c\n\n  d > e")).not.toMatch(/< b|&&/);
    const text = highlight("a < b && c\n\n  d")
      .replace(/<[^>]+>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&amp;", "&");
    expect(text).toBe("a < b && c\n\n  d");
  });

  it("leaves an unknown language plain", () => {
    expect(highlight("const <a>", "text")).toBe("const &lt;a&gt;");
  });
});
