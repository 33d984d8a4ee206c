import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withoutCutFaces, withSizesOnce } from "#src/styles/vite-katex-fonts.ts";

const sheet = readFileSync("node_modules/katex/dist/katex.min.css", "utf8");

describe("the style sheet of KaTeX", () => {
  it("loses the faces that the book has in parts, and no other rule", () => {
    const lean = withoutCutFaces(sheet);
    const faces = (css: string) => css.match(/@font-face/g)?.length ?? 0;
    expect(faces(lean)).toBe(faces(sheet) - 9);
    expect(lean).not.toContain("KaTeX_Main-Regular");
    expect(lean).not.toContain("KaTeX_Main-Bold.woff2");
    expect(lean).toContain("KaTeX_Main-BoldItalic.woff2");
    expect(lean.replace(/@font-face\{[^}]*\}/g, "")).toBe(
      sheet.replace(/@font-face\{[^}]*\}/g, ""),
    );
  });

  it("keeps one format of each font", () => {
    expect(withoutCutFaces(sheet)).not.toMatch(/\.(woff|ttf)\)/);
  });

  it("that is written otherwise stops the build", () => {
    expect(() => withoutCutFaces("@font-face{}")).toThrow("found 0 of the 9 faces");
  });

  it("says each size once, and each pair of them comes out as KaTeX has it", () => {
    const lean = withSizesOnce(sheet);
    const value = (name: string, size: string) =>
      Number(lean.match(new RegExp(`size${size}\\{--${name}:([\\d.]+)\\}`))?.[1]);
    const pairs = [
      ...sheet.matchAll(/katex-sizing\.reset-size(\d+)\.size(\d+)\{font-size:([\d.]+)em/g),
    ];
    expect(pairs).toHaveLength(121);
    for (const [, from = "", to = "", size] of pairs)
      expect(value("to", to) / value("from", from)).toBeCloseTo(Number(size), 8);
    expect(lean).toContain(".katex .delimsizing.size1{font-family:KaTeX_Size1}");
    expect(sheet.length - lean.length).toBeGreaterThan(10_000);
    expect(() => withSizesOnce("a{}")).toThrow("found 0 of the 121 rules");
  });
});
