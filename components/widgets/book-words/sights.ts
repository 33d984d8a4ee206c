import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { WordTrack } from "./track.ts";

/** Powers of ten that the figure shows. */
const POWERS = [-4, 1] as const;

/** Sentences across; the logarithm of the length of a step upward. */
export function sightsFrame(width: number, sentences: number): PlotFrame {
  return {
    width,
    height: Math.round(width * 0.86),
    marginTop: 22,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 36,
    x: { type: "linear", domain: [0, sentences] },
    y: { type: "linear", domain: POWERS },
  };
}

export function sightsBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("sentences read"), ticks: 4 }),
    axisY({
      label: say("how far the word’s weights move"),
      ticks: [-4, -3, -2, -1, 0, 1],
      format: powerOfTen,
    }),
  ];
}

/** A dot for each sentence with the word, up to sentence t: the common word small, the chosen one large. */
export function sightsForeground(
  word: WordTrack | undefined,
  common: WordTrack | undefined,
  colour: string,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const [left, top] = [frame.x.domain[0], frame.y.domain[1]];
  return [
    ...(common === undefined
      ? []
      : [
          dots(pointsOf(common, t), 3.5, "color-mix(in oklab, var(--ink-soft) 75%, var(--paper))"),
          label(
            say("small: “{word}”, {sentences} sentences", {
              word: common.word,
              sentences: common.seen,
            }),
            left,
            top,
            {
              dx: 8,
              dy: 24,
              fill: "var(--ink-soft)",
            },
          ),
        ]),
    ...(word === undefined
      ? []
      : [
          mark("dot", pointsOf(word, t), {
            x: "x",
            y: "y",
            r: 5.5,
            fill: colour,
            stroke: "var(--paper)",
            strokeWidth: 1.5,
          }),
          label(
            say("large: “{word}”, {sentences} sentences", {
              word: word.word,
              sentences: word.seen,
            }),
            left,
            top,
            {
              dx: 8,
              dy: 6,
              fill: colour,
              fontWeight: 600,
            },
          ),
        ]),
  ];
}

/** A step too short or too long for the figure stands at its edge. */
function pointsOf({ at, steps }: WordTrack, t: number) {
  return at.flatMap((k, i) => {
    const y = Math.log10(Math.max(steps[i]!, 1e-300));
    return k <= t ? [{ x: k, y: Math.min(POWERS[1], Math.max(POWERS[0], y)) }] : [];
  });
}
