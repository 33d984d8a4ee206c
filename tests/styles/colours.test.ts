import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { racerLooks } from "#components/widgets/arena/racers.ts";
import { looks as contestLooks } from "#components/widgets/contest/figure.ts";
import { runnerLooks } from "#components/widgets/rare-feature/looks.ts";
import { type Look, methodLooks } from "#src/plotting/method-looks.ts";
import { contrast, distance, linear, seenBy, VISIONS } from "./colour-vision.ts";

const THEMES = ["light", "dark"] as const;
type Theme = (typeof THEMES)[number];

/** Four times the least difference that can be seen side by side: lines are thin. */
const FAR = 0.08;
/** What WCAG 2.2 asks of text (1.4.3), as the names are that stand at lines; of the lines it asks 3. */
const TEXT = 4.5;

const css = readFileSync(resolve(import.meta.dirname, "../../src/styles/tokens.css"), "utf8");
const declared = new Map(
  [...css.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!]),
);

/** A colour of the style sheet in a theme, through the names that stand for it. */
function colour(name: string, theme: Theme) {
  const value = declared.get(name) ?? "";
  const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  if (other !== undefined) return colour(other, theme);
  const [, light = "", dark = ""] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value) ?? [];
  return linear(theme === "light" ? light : dark);
}

/** How far apart two colours are for the eye that tells them apart least, in the worse theme. */
function least(one: string, other: string): number {
  return Math.min(
    ...THEMES.flatMap((theme) =>
      VISIONS.map((vision) =>
        distance(seenBy(vision, colour(one, theme)), seenBy(vision, colour(other, theme))),
      ),
    ),
  );
}

/** Whether two patterns of dashes differ at a glance: in their parts, or half as long again. */
function dashesDiffer(one = "", other = ""): boolean {
  const [a, b] = [one.split(" "), other.split(" ")];
  const [long, short] = [Number(a[0]), Number(b[0])].sort((x, y) => y - x) as [number, number];
  return one !== other && (a.length !== b.length || long >= 1.5 * short);
}

const pairs = <T>(all: readonly T[]) =>
  all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));

const QUANTITIES = ["gradient", "velocity", "curvature", "ink"];
const STROKES = [...declared.keys()].filter((name) =>
  /^(gradient|velocity|curvature|step|ink|ink-soft|accent|method-.*)$/.test(name),
);

describe("the colours of figures", () => {
  it.each(THEMES)(
    "stand out from the paper in the %s theme, as lines and as their names",
    (theme) => {
      expect(STROKES.length).toBeGreaterThan(12);
      const paper = colour("paper", theme);
      const faint = STROKES.filter((name) => contrast(colour(name, theme), paper) < TEXT);
      expect(faint).toEqual([]);
    },
  );

  it.each(pairs(QUANTITIES))("tells %s from %s to every eye", (one, other) => {
    expect(least(one, other)).toBeGreaterThan(FAR);
  });

  const compared: Readonly<Record<string, Readonly<Record<string, Look>>>> = {
    "the methods": methodLooks,
    "the contest": contestLooks,
    "the rare feature": runnerLooks,
    "the arena": racerLooks,
  };
  it.each(Object.entries(compared))(
    "tells the lines of %s apart, by colour or by dashes",
    (_, looks) => {
      const token = ({ stroke }: Look) => stroke.replace(/^var\(--|\)$/g, "");
      const alike = pairs(Object.entries(looks)).filter(
        ([[, one], [, other]]) =>
          least(token(one), token(other)) <= FAR &&
          !dashesDiffer(one.strokeDasharray, other.strokeDasharray),
      );
      expect(alike.map(([[one], [other]]) => `${one} and ${other}`)).toEqual([]);
    },
  );
});

describe("the eyes that it is tried on", () => {
  it("see grey as grey", () => {
    const grey = linear("#808080");
    for (const vision of VISIONS) expect(distance(seenBy(vision, grey), grey)).toBeLessThan(0.001);
  });

  it("mistake red for green where most do not, and blue for green where those do not", () => {
    const [red, green, blue] = [linear("#b05030"), linear("#6a7a20"), linear("#1070a0")];
    expect(distance(red, green)).toBeGreaterThan(0.15);
    expect(distance(seenBy("deuteranopia", red), seenBy("deuteranopia", green))).toBeLessThan(FAR);
    const teal = linear("#00786a");
    expect(distance(seenBy("tritanopia", blue), seenBy("tritanopia", teal))).toBeLessThan(FAR);
  });
});
