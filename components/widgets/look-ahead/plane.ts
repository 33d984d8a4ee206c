import { say } from "#src/language/say.ts";
import { arrow } from "#src/plotting/arrows.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { inside } from "#src/plotting/clip.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import { bowlLevels, planeFrame as frameOf, minimumAt, pathLine } from "#src/plotting/plane.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { LookAheadModel } from "./model.ts";
import type { Surface } from "./state.ts";

const MARGINS = { marginTop: 18, marginRight: 12, marginBottom: 34, marginLeft: 36 };
const BLUE = "var(--method-momentum)";
const GREEN = "var(--method-nesterov)";

export const planeFrame = (width: number, { window }: Surface): PlotFrame =>
  frameOf(width, window, MARGINS);

export function planeBackground({ window }: Surface, { width }: PlotFrame): readonly MarkSpec[] {
  return [
    bowlLevels({ xx: 1, xy: 0, yy: 10 }, window, 0.6),
    axisX({ label: say("θ₁ (curvature 1)"), ticks: width < 500 ? 5 : 8 }),
    axisY({ label: say("θ₂ (curvature 10)"), ticks: 5 }),
    minimumAt({ x: 0, y: 0 }),
  ];
}

/** The path so far, and the next step of both methods: a common jump, then each its own slope. */
export function planeForeground(
  { window }: Surface,
  { steps, version, diverged }: LookAheadModel,
  t: number,
): readonly MarkSpec[] {
  const step = steps[t];
  if (step === undefined) return [];
  const { from, jump, look, momentum, nesterov } = step;
  const path = steps.map((one) => one.from).slice(0, Math.min(t, diverged ?? t) + 1);
  const seen = path.filter((point) => inside(point, window));
  return [
    pathLine(path, window, { stroke: GREEN, strokeWidth: 1.25, strokeOpacity: 0.6 }),
    dots(seen, 4, GREEN),
    ...arrow(jump, momentum, window, "var(--gradient)", { strokeDasharray: "4 3" }),
    ...(jump.x === from.x && jump.y === from.y ? [] : arrow(from, jump, window, "var(--velocity)")),
    ...arrow(jump, nesterov, window, "var(--gradient)"),
    ...landing(momentum, "momentum", BLUE, "circle", step.nesterov, window),
    ...landing(
      nesterov,
      version === "ahead" ? "Nesterov" : say("wrong version"),
      GREEN,
      "diamond",
      step.momentum,
      window,
    ),
    ...(version === "ahead" ? [] : lookedAt(from, look, window)),
    ...(diverged === undefined ? [] : [farewell(diverged, window)]),
  ];
}

function landing(
  at: Point,
  name: string,
  fill: string,
  symbol: string,
  other: Point,
  window: Surface["window"],
): readonly MarkSpec[] {
  if (!inside(at, window)) return [];
  const below = at.y < other.y;
  return [
    mark("dot", [at], {
      x: "x",
      y: "y",
      r: 5,
      fill,
      symbol,
      stroke: "var(--paper)",
      strokeWidth: 1.5,
    }),
    label(name, at.x, at.y, { dx: 9, dy: below ? 9 : -9, fill, fontWeight: 600 }),
  ];
}

/** Says that the run does not come back. */
function farewell(step: number, { x, y }: Surface["window"]): MarkSpec {
  const look = { textAnchor: "end", fill: "var(--bad)", fontWeight: 600 };
  return label(say("diverged at step {step}", { step }), x[1], y[1], { ...look, dx: -6, dy: 12 });
}

/** Where the wrong version takes its gradient, seen from the ball. */
function lookedAt(from: Point, look: Point, window: Surface["window"]): readonly MarkSpec[] {
  return [
    ...arrow(from, look, window, "var(--bad)", { strokeDasharray: "1 4" }),
    ...(inside(from, window)
      ? [label(say("looks the wrong way"), from.x, from.y, { dx: 12, dy: -14, fill: "var(--bad)" })]
      : []),
  ];
}
