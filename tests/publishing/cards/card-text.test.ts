import { describe, expect, it } from "vitest";
import { cardText } from "#src/publishing/cards/card-text.ts";

describe("cardText", () => {
  it("sets raised and lowered figures as plain ones that are shifted", () => {
    expect(cardText("10⁻⁴")).toBe('10<tspan baseline-shift="super" font-size="70%">−4</tspan>');
    expect(cardText("θ₁")).toBe('θ<tspan baseline-shift="sub" font-size="70%">1</tspan>');
  });

  it("parts the letters of a ligature beside Greek ones, and escapes what SVG would read", () => {
    expect(cardText("η after 3 < 4")).toBe("η af\u200ct\u200cer 3 &lt; 4");
    expect(cardText("after 3 < 4")).toBe("after 3 &lt; 4");
  });

  it("leaves out the arrow along an axis", () => {
    expect(cardText("length (cm) →")).toBe("length (cm)");
    expect(cardText("↑ loss")).toBe("loss");
  });

  it("says which sign the faces lack, and what to do", () => {
    expect(() => cardText("best ★")).toThrow(
      'card: the faces of the cards lack the sign "★" of "best ★". Name another figure with "card" in the front matter, or add a face in cards/draw-card.ts.',
    );
  });
});
