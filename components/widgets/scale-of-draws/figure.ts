import { say } from "#src/language/say.ts";
import { axisX } from "#src/plotting/axes.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { countsOf, DECADES, type Draws, HIGH, LOW } from "./model.ts";

/** The learning rate across, on a logarithmic scale; one row for each way of drawing. */
export const drawsFrame = (width: number): PlotFrame => ({
  width,
  height: 208,
  marginTop: 8,
  marginRight: 14,
  marginBottom: 34,
  marginLeft: 14,
  x: { type: "log", domain: [LOW, HIGH] },
  y: { type: "linear", domain: [0, 2] },
});

export function drawsBackground(): readonly MarkSpec[] {
  return [
    mark("ruleX", [...DECADES, HIGH], { stroke: "var(--plot-contour)" }),
    axisX({
      label: say("learning rate"),
      ticks: [...DECADES, HIGH],
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
  ];
}

/** A stroke for every draw, and how many there are in each decade. */
export function drawsForeground(draws: Draws): readonly MarkSpec[] {
  return [
    ...row(draws.linear, 1.1, say("drawn evenly"), "var(--ink)"),
    ...row(draws.log, 0.1, say("exponent drawn evenly"), "var(--accent)"),
  ];
}

function row(
  draws: readonly number[],
  base: number,
  name: string,
  stroke: string,
): readonly MarkSpec[] {
  const gap = { x: undefined, y: undefined };
  // One path of all strokes: hundreds of elements would be hundreds of times the markup.
  const strokes = draws.flatMap((eta) => [{ x: eta, y: base }, { x: eta, y: base + 0.28 }, gap]);
  return [
    mark("line", strokes, { x: "x", y: "y", stroke, strokeWidth: 1.2, strokeOpacity: 0.75 }),
    label(name, LOW, base + 0.72, { dx: 4, fill: stroke, fontWeight: 600 }),
    ...countsOf(draws).map((count, i) =>
      label(String(count), (DECADES[i] as number) * Math.sqrt(10), base + 0.45, {
        textAnchor: "middle",
        fill: stroke,
        fontWeight: 700,
      }),
    ),
  ];
}
