import { describe, expect, it } from "vitest";
import { linkedNames } from "#src/course/linked-names.ts";
import { type NotationEntry, notationSchema } from "#src/course/notation-schema.ts";

const entry = (id: string, data: Partial<NotationEntry>) => ({
  id,
  data: { tex: "x", meaning: "something", ...data },
});
const rate = entry("rate", {
  listed: ["alpha", "learningRate"],
  inCells: ["eta"],
  phrases: ["learning rate"],
  curves: { rates: "accent", both: ["velocity", "gradient"] },
  notIn: ["arena"],
});
const step = entry("step", { listed: ["alpha"], chapters: ["searches"] });

describe("the names of symbols outside of formulas", () => {
  it("are those of the chapter before those of the book", () => {
    const used = new Set(["rate", "step"]);
    expect(linkedNames([rate, step], "searches", used).listed).toEqual({
      alpha: "step",
      learningRate: "rate",
    });
    expect(linkedNames([rate, step], "other", used)).toEqual({
      listed: { alpha: "rate", learningRate: "rate" },
      inCells: { eta: "rate" },
      phrases: { "learning rate": "rate" },
      curves: [
        { figure: "rates", colour: "accent", id: "rate" },
        { figure: "both", colour: "velocity", id: "rate" },
        { figure: "both", colour: "gradient", id: "rate" },
      ],
      notIn: { rate: ["arena"] },
    });
  });

  it("leave out a symbol whose letter means something else in the chapter", () => {
    expect(linkedNames([rate, step], "searches", new Set(["step"]))).toEqual({
      listed: { alpha: "step" },
      inCells: {},
      phrases: {},
      curves: [],
      notIn: {},
    });
  });

  it("are claimed once", () => {
    const other = entry("other", { inCells: ["eta"] });
    expect(() => linkedNames([rate, other], "any", new Set(["rate", "other"]))).toThrow(
      'notation.yml: "other" and "rate" both claim "eta" under inCells. Limit one by chapters.',
    );
  });

  it("are identifiers where they stand in code", () => {
    const read = (name: string) =>
      notationSchema.safeParse({ tex: "x", meaning: "m", listed: [name] }).success;
    expect(["beta1", "λ", "sMax", "beta 1", "x.y", "1b", ""].map(read)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
