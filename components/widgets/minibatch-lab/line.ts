import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { LineData } from "./data.ts";

const GD = "var(--method-gradient-descent)";
const WINDOW = { x: [-4.2, 4.2], y: [-9.5, 8.5] } as const;

export function lineFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round((width - 36) * 0.846 + 54),
    marginTop: 20,
    marginRight: 8,
    marginBottom: 34,
    marginLeft: 28,
    x: { type: "linear", domain: WINDOW.x },
    y: { type: "linear", domain: WINDOW.y },
  };
}

/** The points, and the line of least loss, dotted. */
export function lineBackground({ points, best }: LineData): readonly MarkSpec[] {
  return [
    axisX({ label: "x", ticks: 5 }),
    axisY({ label: "y", ticks: 5 }),
    dots(points, 3, "color-mix(in oklab, var(--ink-soft) 55%, var(--paper))"),
    straight(best.w, best.c, { stroke: "var(--ink)", strokeDasharray: "1 4", strokeWidth: 1.5 }),
    label(say("best line (dotted)"), WINDOW.x[0], WINDOW.y[1], {
      dx: 8,
      dy: 6,
      fill: "var(--ink)",
    }),
  ];
}

/** The line at (w, c). */
export function lineForeground({ x: w, y: c }: Point): readonly MarkSpec[] {
  return [
    straight(w, c, { stroke: GD, strokeWidth: 2 }),
    label(say("line now"), WINDOW.x[0], WINDOW.y[1], { dx: 8, dy: 23, fill: GD, fontWeight: 600 }),
  ];
}

function straight(w: number, c: number, look: object): MarkSpec {
  const ends = WINDOW.x.map((x) => ({ x, y: w * x + c }));
  return mark("line", clipPath(ends, WINDOW), { x: "x", y: "y", ...look });
}
