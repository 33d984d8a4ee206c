import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Pair = readonly [light: string, dark: string];

/** The colours that a rule of a style sheet sets, for light and for dark. */
function colours(css: string): ReadonlyMap<string, Pair> {
  return new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
      ([, name, light, dark]) => [name!, [light!, dark!]],
    ),
  );
}

const sheet = (name: string) =>
  readFileSync(new URL(`../../../src/styles/${name}.css`, import.meta.url), "utf8");
const [chosen = "", asked = ""] = sheet("contrast").split("@media (prefers-contrast: more)");
const normal = colours(sheet("tokens"));
const high = colours(chosen);

/** Contrast of two colours by WCAG 2.2, from 1 to 21. */
function ratio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("high contrast", () => {
  it("is the same for who chooses it and for who asks the system for it", () => {
    expect(high.size).toBeGreaterThan(20);
    expect(colours(asked)).toEqual(high);
  });

  it("has every colour that the book has", () => {
    expect([...high.keys()]).toEqual([...normal.keys()]);
  });

  const onPaper = [...normal.keys()].filter((name) => !["paper", "surface", "rule"].includes(name));
  it.each(onPaper)("shows words in --%s at 7 to 1 on paper and surface, light and dark", (name) => {
    for (const theme of [0, 1] as const)
      for (const ground of ["paper", "surface"])
        expect(ratio(high.get(name)![theme], high.get(ground)![theme])).toBeGreaterThanOrEqual(7);
  });

  it("draws borders at 3 to 1", () => {
    for (const theme of [0, 1] as const)
      expect(ratio(high.get("rule")![theme], high.get("paper")![theme])).toBeGreaterThanOrEqual(3);
  });
});
