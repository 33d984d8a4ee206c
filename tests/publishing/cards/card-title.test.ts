import { describe, expect, it } from "vitest";
import { pseudo } from "#src/language/pseudo-locale.ts";
import { BOOK } from "#src/publishing/book.ts";
import { setTitle } from "#src/publishing/cards/card-title.ts";

describe("setTitle", () => {
  it("sets a short title large", () => {
    expect(setTitle("Momentum", 440)).toEqual({ size: 66, lines: ["Momentum"] });
  });

  it("breaks a long one into lines of about equal length", () => {
    expect(setTitle("Gradients and steepest descent", 440).lines).toEqual([
      "Gradients",
      "and steepest",
      "descent",
    ]);
  });

  it("loses no word and takes at most four lines", () => {
    const title = "Line search, trust regions, conjugate gradient, BFGS and L-BFGS";
    const { size, lines } = setTitle(title, 440);
    expect(lines.join(" ")).toBe(title);
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(size).toBeLessThan(66);
  });

  it("has room for a title that is a third longer in another language", () => {
    for (const title of [BOOK.subtitle, "Learning-rate schedules and hyper-parameter search"]) {
      const longer = String(pseudo(title));
      expect(setTitle(longer, 440).lines.join(" ")).toBe(longer);
    }
  });

  it("says of a title that is too long what to do", () => {
    expect(() => setTitle("word ".repeat(40).trim(), 440)).toThrow(
      "does not fit into 4 lines. Shorten it, or add a smaller size in cards/card-title.ts.",
    );
  });
});
