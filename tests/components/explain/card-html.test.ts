import { describe, expect, it } from "vitest";
import { codeNames, symbolCard, termCard } from "#components/explain/card-html.ts";

const chapter = {
  number: 4,
  id: "saddle-points",
  title: "Saddle points",
  short: "Saddles",
  needs: [],
  concepts: [],
};
const saddle = {
  term: "Saddle point",
  chapter: "saddle-points",
  section: "passes",
  definition: "Zero gradient, and no extremum.",
};

describe("the card of a term", () => {
  it("leads to the section where it is taught, once the chapter is written", () => {
    const html = termCard("saddle-point", saddle, chapter);
    expect(html).toContain("Zero gradient, and no extremum.");
    expect(html).toContain(
      '<a href="/saddle-points/#passes">Read more: chapter 4, Saddle points</a>',
    );
  });

  it("leads to the glossary until then", () => {
    expect(termCard("saddle-point", saddle)).toContain(
      '<a href="/glossary/#saddle-point">In the glossary</a>',
    );
  });
});

describe("the card of a symbol", () => {
  it("says what it means, and its names in code and in PyTorch where it has them", () => {
    const named = symbolCard("rate", {
      tex: "\\eta",
      meaning: "the rate",
      code: "a",
      pytorch: "lr",
    });
    expect(named).toContain("the rate");
    expect(named).toContain("in code <code>a</code>, in PyTorch <code>lr</code>");
    expect(symbolCard("angle", { tex: "\\varphi", meaning: "an angle" })).not.toContain("in code");
  });
});

describe("names in code", () => {
  it("are code, and remarks on them are not", () => {
    expect(codeNames("learningRate, weight_decay")).toBe(
      "<code>learning<wbr>Rate</code>, <code>weight_<wbr>decay</code>",
    );
    expect(codeNames("alpha (RMSprop), rho (Adadelta)")).toBe(
      "<code>alpha</code> (RMSprop), <code>rho</code> (Adadelta)",
    );
  });
});
