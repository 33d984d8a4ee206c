import { escaped } from "#src/course/escaped.ts";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";
const PLAIN = "0123456789+−";

/** Runs of signs, and what sets each: the first that fits. */
const RUNS: readonly (readonly [signs: RegExp, set: (run: string) => string])[] = [
  [/^[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+/, (run) => shifted("super", run, RAISED)],
  [/^[₀-₉]+/, (run) => shifted("sub", run, LOWERED)],
  [/^[ -~\u00a0-ÿ–—‘’“”…−↑↓Α-Ωα-ωϕ]+/, letters],
];
const ALONG_AXIS = /^[↑↓] | →$/g;
const GREEK = /[Α-Ωα-ωϕ]/;
const LIGATURE = /(?<=[ft])(?=[a-z])/g;

/**
 * A text as SVG that the faces of the cards can set: raised and lowered figures are plain ones that
 * are shifted. An arrow that points along an axis is left out.
 *
 * @throws Error for a sign that no face has.
 */
export function cardText(text: string): string {
  let svg = "";
  for (let rest = text.replace(ALONG_AXIS, ""); rest !== ""; ) {
    const found = RUNS.map(([signs, set]) => ({ run: signs.exec(rest)?.[0], set })).find(
      ({ run }) => run !== undefined,
    );
    if (found?.run === undefined)
      throw new Error(
        `card: the faces of the cards lack the sign "${[...rest][0]}" of "${text}". Name another figure with "card" in the front matter, or add a face in cards/draw-card.ts.`,
      );
    svg += found.set(found.run);
    rest = rest.slice(found.run.length);
  }
  return svg;
}

// Latin letters and Greek ones are in two files. Glyphs of both are put together one by one, which
// a ligature would hinder.
function letters(run: string): string {
  return escaped(GREEK.test(run) ? run.replace(LIGATURE, "\u200c") : run);
}

function shifted(shift: string, run: string, among: string): string {
  const plain = [...run].map((sign) => PLAIN[among.indexOf(sign)]).join("");
  return `<tspan baseline-shift="${shift}" font-size="70%">${plain}</tspan>`;
}
