import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { drawnSymbols, symbolName } from "#src/course/drawn-symbols.ts";
import { renderMath } from "#src/course/math.ts";
import { symbolNames } from "#src/course/symbol-names.ts";

function drawn(tex: string): Element {
  const { document } = parseHTML(`<body>${renderMath(tex, true)}</body>`);
  return document.querySelector(".katex-html") as unknown as Element;
}

describe("the name of a drawn symbol", () => {
  it.each([
    ["\\theta", "θ"],
    ["\\hat m", "m^"],
    ["\\eta^\\star", "η^⋆"],
    ["\\kappa_2", "κ_2"],
    ["x_i^{(0)}", "x_i^(0)"],
    ["\\hat m_t", "m^_t"],
    ["\\velocity{v_\\infty}", "v_∞"],
    ["\\operatorname{Var}", "Var"],
    ["\\text{rate}^\\star", "rate^⋆"],
    ["\\nabla f", "∇"],
    ["\\mathcal B", "B"],
    ["1+2", undefined],
  ])("of %s is %s", (tex, name) => {
    expect(symbolName(drawn(tex))).toBe(name);
  });
});

describe("the symbols of a drawn formula", () => {
  const ids = new Map([
    ["θ", "parameters"],
    ["η", "rate"],
    ["η^⋆", "best rate"],
    ["∇", "gradient"],
    ["β", "kept"],
    ["m^", "corrected"],
  ]);
  const found = (tex: string) => drawnSymbols(drawn(tex), ids).map(({ id }) => id);

  it("are found with any subscript, coloured or not, in fractions and in rows", () => {
    expect(found("\\theta_t=\\theta_{t-1}-\\eta\\,\\gradient{\\nabla f(\\theta_{t-1})}")).toEqual([
      "parameters",
      "parameters",
      "rate",
      "gradient",
      "parameters",
    ]);
    expect(found("\\begin{aligned}a&=\\frac{\\eta}{1-\\beta}\\end{aligned}").sort()).toEqual([
      "kept",
      "rate",
    ]);
  });

  it("are those with their scripts before those without", () => {
    expect(found("\\eta^\\star\\eta^2")).toEqual(["best rate", "rate"]);
  });

  it("are part of the symbol above or below which they stand, if that is known", () => {
    expect(found("\\theta_\\beta")).toEqual(["parameters"]);
    expect(found("x_\\beta")).toEqual(["kept"]);
  });

  it("tell an accent from none", () => {
    expect(found("\\hat m_t m_t")).toEqual(["corrected"]);
  });
});

describe("the names for a chapter", () => {
  const entry = (tex: string, chapters?: string[]) => ({
    tex,
    meaning: "something",
    ...(chapters && { chapters }),
  });

  it("take an entry for the chapter before one for all", () => {
    const entries = [
      { id: "here", data: entry("H", ["ewa"]) },
      { id: "all", data: entry("H") },
    ];
    expect(symbolNames(entries, "ewa").get("H")).toBe("here");
    expect(symbolNames(entries, "momentum").get("H")).toBe("all");
  });

  it("refuse two meanings of one reach", () => {
    const entries = [
      { id: "one", data: entry("H") },
      { id: "two", data: entry("H") },
    ];
    expect(() => symbolNames(entries, "ewa")).toThrow(
      'notation.yml: "two" and "one" both match H. Limit one by chapters.',
    );
  });

  it("refuse a match without a letter", () => {
    expect(() => symbolNames([{ id: "one", data: entry("1") }], "ewa")).toThrow(
      'notation.yml: "one" matches 1, which draws no letter. Write the symbol alone.',
    );
  });
});
