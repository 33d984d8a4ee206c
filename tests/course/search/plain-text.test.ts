import { describe, expect, it } from "vitest";
import { plainText } from "#src/course/search/plain-text.ts";

const names = {
  work: (key: string) => (key === "Goh2017" ? "Goh 2017" : key),
  equation: (label: string) => (label === "momentum" ? "6.1" : undefined),
};

describe("a text without its marks", () => {
  it("is a line for each paragraph, item and row", () => {
    const source =
      "One\nline, *two* words.\n\n- an item\n- another\n\n| a | b |\n|---|:--:|\n| 1 | 2 |";
    expect(plainText(source).split("\n")).toEqual([
      "One line, two words.",
      "an item",
      "another",
      "a · b",
      "1 · 2",
    ]);
  });

  it("has formulas in plain characters, and the numbers and works that it refers to", () => {
    expect(
      plainText('By $\\eqref{momentum}$ $\\beta_2$ is kept <Cite of="Goh2017" />.', names),
    ).toBe("By (6.1) β₂ is kept Goh 2017.");
    expect(plainText("so\n\n$$\nv_t=\\beta v_{t-1} \\label{momentum}\n$$\n\nholds.", names)).toBe(
      "so\nvₜ = βvₜ₋₁\nholds.",
    );
  });

  it("keeps code as it stands", () => {
    expect(plainText("Call `a_b * <T>` now.")).toBe("Call a_b * <T> now.");
    expect(plainText("```python\nx = a_b * 2\n# y\n```")).toBe("x = a_b * 2 # y");
  });

  it("keeps what the reader sees of a component, and nothing else of it", () => {
    expect(plainText('<Fold title="Why $\\beta$ holds">\nBecause.\n</Fold>')).toBe(
      "Why β holds\nBecause.",
    );
    expect(plainText('<OftenSaid claim="It is so.">\nIt is not.\n</OftenSaid>')).toBe(
      "It is so.\nIt is not.",
    );
    expect(plainText('Near a <Term of="saddle-point">saddle</Term> it waits.')).toBe(
      "Near a saddle it waits.",
    );
    expect(plainText('A <Place ids="S-MOM-1" />\n\n{/* a remark */}B')).toBe("A\nB");
  });

  it("keeps the words of links and notes", () => {
    expect(plainText("See [the map](../map/).[^one]\n\n[^one]: A note.")).toBe(
      "See the map.\nA note.",
    );
  });
});
