import { describe, expect, it } from "vitest";
import { lightColours } from "#src/publishing/cards/light-colours.ts";
import { mixInOklab } from "#src/publishing/cards/mix-in-oklab.ts";

const light = lightColours(`:root {
  --paper: light-dark(#fdfbf7, #16181b);
  --ink-soft: light-dark(#5f584e, #a49d92);
  --quiet: color-mix(in oklab, var(--ink-soft) 26%, var(--paper));
}`);

describe("lightColours", () => {
  it("puts in the values of the light theme, through other names", () => {
    expect(light('<g fill="var(--paper)" stroke="var(--ink-soft)"/>')).toBe(
      '<g fill="#fdfbf7" stroke="#5f584e"/>',
    );
  });

  it("mixes colours as Chromium does", () => {
    expect(light("var(--quiet)")).toBe("#d1cec8");
  });

  it("says which colour no style sheet declares", () => {
    expect(() => light('fill="var(--sky)"')).toThrow(
      "card: a figure uses --sky, which no style sheet of the cards declares. Add the sheet to cards/draw-card.ts.",
    );
  });
});

describe("mixInOklab", () => {
  // Read from a canvas in Chromium.
  it.each([
    ["#ff0000", 0.5, "#0000ff", "#8c53a2"],
    ["#ffffff", 0.5, "#000000", "#636363"],
    ["#0b5c9e", 0.55, "#fdfbf7", "#7fa3c8"],
  ])("mixes %s (%d) and %s to %s", (one, share, other, mixed) => {
    expect(mixInOklab(one, share, other)).toBe(mixed);
  });

  it("gives each colour back where the other has no share", () => {
    for (const colour of ["#b23a08", "#0a6e55", "#1f1c18"]) {
      expect(mixInOklab(colour, 1, "#ffffff")).toBe(colour);
      expect(mixInOklab("#ffffff", 0, colour)).toBe(colour);
    }
  });
});
