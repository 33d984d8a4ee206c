import { say } from "#src/language/say.ts";
import { fixed } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { StepParts } from "#src/plotting/step-parts.ts";

/** Lines of the picture, from the top: a title and three arrows for each direction. */
const LINES = 8.6;
const LINE_HEIGHT = 24;
/** Space for names on the left and numbers on the right, in pixels. */
const NAMES = 104;
const NUMBERS = 58;

/** Arrows lie on lines 1, 2, 3 …; across, each direction has its own scale from −1 to 1. */
export function balanceFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(LINES * LINE_HEIGHT),
    marginTop: 0,
    marginRight: NUMBERS,
    marginBottom: 0,
    marginLeft: NAMES,
    x: { type: "linear", domain: [-1, 1] },
    y: { type: "linear", domain: [LINES, 0] },
  };
}

/**
 * The step as a balance of old velocity and new gradient, in each of the two directions: along the
 * floor they pull the same way, across the ravine they oppose each other.
 */
export function balance(parts: StepParts | undefined): readonly MarkSpec[] {
  const { carried, step } = parts ?? { carried: still, step: still };
  return [
    ...direction(say("along the floor, θ₁"), 0.7, carried.x, step.x),
    ...direction(say("across the ravine, θ₂"), 5.2, carried.y, step.y),
  ];
}

const still = { x: 0, y: 0 };

function direction(
  title: string,
  line: number,
  carried: number,
  step: number,
): readonly MarkSpec[] {
  const size = Math.max(Math.abs(carried), Math.abs(step)) || 1;
  const rows = [
    { name: say("from velocity"), from: 0, to: carried, stroke: "var(--velocity)" },
    { name: say("from gradient"), from: carried, to: step, stroke: "var(--gradient)" },
    { name: say("step"), from: 0, to: step, stroke: "var(--ink)" },
  ];
  return [
    label(title, -1, line, { dx: -NAMES, fill: "var(--ink-soft)" }),
    mark("link", [{ x: 0, y1: line + 0.55, y2: line + 3.45 }], {
      x: "x",
      y1: "y1",
      y2: "y2",
      stroke: "var(--plot-axis)",
    }),
    ...rows.flatMap(({ name, from, to, stroke }, i) => {
      const y = line + 1 + i;
      const ends = [{ x1: from / size, x2: to / size, y }];
      const look = { y1: "y", y2: "y", x1: "x1", x2: "x2", stroke, strokeWidth: 2.25 };
      const text = { fill: stroke, className: "plot-number" };
      return [
        label(name, -1, y, { ...text, dx: -NAMES + 10 }),
        label(fixed(to - from, 3), 1, y, { ...text, dx: NUMBERS - 2, textAnchor: "end" }),
        ...(to === from ? [] : [mark("arrow", ends, { ...look, headLength: 6 })]),
      ];
    }),
  ];
}
