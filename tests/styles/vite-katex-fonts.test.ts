import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withoutCutFaces } from "#src/styles/vite-katex-fonts.ts";

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
});
