import { describe, expect, it } from "vitest";
import { excerptOf } from "#src/course/search/excerpt.ts";
import { textFragment } from "#src/course/search/text-fragment.ts";

describe("a text fragment", () => {
  it("is a few plain words around what was found", () => {
    expect(
      textFragment("One. At β = 0.9 the ball rolls on, and on, in its deep bowl.", ["ball"]),
    ).toBe(":~:text=ball%20rolls%20on%2C%20and%20on%2C%20in");
    expect(textFragment("A well-tuned run.", ["run"])).toBe("");
    expect(textFragment("with a well-tuned run of it", ["run"])).toBe(
      ":~:text=with%20a%20well%2Dtuned%20run%20of%20it",
    );
  });

  it("is empty where only a symbol was found, or nothing", () => {
    expect(textFragment("the retention β₂ here", ["beta2"])).toBe("");
    expect(textFragment("the retention", ["other"])).toBe("");
  });
});

const shown = (text: string, ...terms: string[]) =>
  excerptOf(text, terms)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

describe("an excerpt", () => {
  it("is the sentence that holds the most of what was found, with it marked", () => {
    expect(shown("A ball rolls. The ball has drag. It stops.", "ball", "drag")).toBe(
      "The [ball] has [drag].",
    );
  });

  it("marks a symbol as it is written there", () => {
    expect(shown("The retention β₂ is 0.999.", "beta2")).toBe("The retention [β₂] is 0.999.");
  });

  it("is the beginning where nothing was found", () => {
    expect(shown("First. Second.", "third")).toBe("First.");
    expect(shown("", "third")).toBe("");
  });

  it("takes no initial and no “et al.” for the end of a sentence", () => {
    expect(shown("Kingma, D. P., Ba, J. ICLR, 2015.", "kingma")).toBe(
      "[Kingma], D. P., Ba, J. ICLR, 2015.",
    );
    expect(shown("As Gilmer et al. 2021 show it. More.", "gilmer")).toBe(
      "As [Gilmer] et al. 2021 show it.",
    );
  });

  it("shows of a long sentence what is around the first hit", () => {
    const long = `${"word ".repeat(40)}the needle ${"word ".repeat(40)}`;
    const excerpt = shown(long, "needle");
    expect(excerpt).toMatch(/^… (?:word )+the \[needle\] (?:word ?)+ …$/);
    expect(excerpt.length).toBeLessThan(170);
  });
});
