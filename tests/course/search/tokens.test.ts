import { describe, expect, it } from "vitest";
import { chunksOf, stemOf, tokensOf } from "#src/course/search/tokens.ts";

describe("what a text is found by", () => {
  it("is one name for a symbol, however it is written", () => {
    for (const written of ["β₂", "beta2", "beta_2", "\\beta_2", "\\beta_{2}", "Beta2"])
      expect([written, tokensOf(written)]).toEqual([written, ["beta2", "beta"]]);
    for (const written of ["κ", "kappa", "\\kappa", "ϰ".replace("ϰ", "κ")])
      expect(tokensOf(written)).toEqual(["kappa"]);
    expect(tokensOf("ε ϵ \\epsilon \\varepsilon")).toEqual(["epsilon"]);
  });

  it("keeps a subscript with its letter and parts the factors of a product", () => {
    expect(tokensOf("vₜ = βvₜ₋₁+gₜ")).toEqual(expect.arrayContaining(["vt", "beta", "gt"]));
    expect(tokensOf("v_t")).toContain("vt");
    expect(tokensOf("√v̂ₜ")).toEqual(expect.arrayContaining(["v", "hat"]));
    expect(tokensOf("\\hat v")).toEqual(["hat", "v"]);
  });

  it("takes a power from its symbol", () => {
    expect(tokensOf("β₂ᵗ x²")).toEqual(["beta2", "beta", "x"]);
  });

  it("is the whole of a name in code, and its words", () => {
    expect(tokensOf("strongWolfe")).toEqual(expect.arrayContaining(["strongwolfe", "strong"]));
    expect(tokensOf("adam({ amsgrad")).toEqual(["adam", "amsgrad"]);
    expect(tokensOf("batch_size")).toEqual(expect.arrayContaining(["batchsize", "batch"]));
    expect(tokensOf("torch.optim.SGD")).toEqual(expect.arrayContaining(["torch", "optim", "sgd"]));
    expect(tokensOf("AdamW RMSprop")).toEqual(["adamw", "rmsprop"]);
  });

  it("joins what a hyphen joins", () => {
    expect(tokensOf("mini-batch")).toEqual(["minibatch", "mini", "batch"]);
    expect(tokensOf("L-BFGS")).toContain("lbfgs");
  });

  it("has no accents, no possessives and no words that say nothing", () => {
    expect(tokensOf("Łojasiewicz’s and Gómez")).toEqual(["lojasiewicz", "gomez"]);
    expect(tokensOf("the of a")).toEqual([]);
  });

  it("keeps a number in one piece", () => {
    expect(tokensOf("β = 0.9 in 1.13.1")).toEqual(["beta", "0.9", "1.13.1"]);
  });

  it("tells a stretch as a whole from its parts", () => {
    expect(chunksOf("strongWolfe")).toEqual([
      { whole: ["strongwolfe", "strongwolf"], parts: ["strong", "wolfe", "wolf"] },
    ]);
    // The number alone says nothing.
    expect(chunksOf("beta2")).toEqual([{ whole: ["beta2"], parts: ["beta"] }]);
  });
});

describe("a stem", () => {
  it.each([
    ["averages", "averag"],
    ["averaged", "averag"],
    ["average", "averag"],
    ["stepping", "step"],
    ["steps", "step"],
    ["classes", "class"],
    ["bias", "bia"],
    ["loss", "loss"],
    ["need", "need"],
    ["speed", "speed"],
    ["string", "string"],
    ["adam", "adam"],
    ["beta2s", "beta2s"],
  ])("of %s is %s", (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});
