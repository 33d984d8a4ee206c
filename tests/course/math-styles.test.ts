import { describe, expect, it } from "vitest";
import { renderMath } from "#src/course/math.ts";
import { styleRules, withStyleClasses } from "#src/course/math-styles.ts";

describe("the styles of mathematics", () => {
  // After a change of the list: vitest run --config tests/vitest.config.ts tests/course/math-styles.test.ts --update
  it("stand in the style sheet as in the list", async () => {
    await expect(styleRules()).toMatchFileSnapshot("../../src/styles/math-styles.css");
  });

  it("become the class that says the same, beside the classes that stood there", () => {
    const html = withStyleClasses('<span class="mspace" style="margin-right:0.2778em;"></span>');
    const name = /class="mspace (k\w+)"/.exec(html)?.[1];
    expect(styleRules()).toContain(`.katex .${name} {\n  margin-right: 0.2778em;\n}`);
    expect(html).not.toContain("style=");
  });

  it("that are not in the list stay where they are", () => {
    const rare = '<span class="vlist" style="height:98.7em;"></span>';
    expect(withStyleClasses(rare)).toBe(rare);
  });

  it("are gone from a plain formula", () => {
    const html = renderMath("v = \\beta v + \\eta\\lambda", true);
    expect(html.match(/style=/g) ?? []).toEqual([]);
  });
});
