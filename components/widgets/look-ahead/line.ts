import { say } from "#src/language/say.ts";
import { arrow } from "#src/plotting/arrows.ts";
import { axisX } from "#src/plotting/axes.ts";
import { clipPath, clipSegment, inside, type Window } from "#src/plotting/clip.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Anatomy, LookAheadModel } from "./model.ts";
import type { Surface } from "./state.ts";

/** The lowest row of arrows; the graph stands on 0. */
const FLOOR = -3.9;
const ROWS = { momentum: -1.55, Nesterov: -3.3 } as const;
const BLUE = "var(--method-momentum)";
const GREEN = "var(--method-nesterov)";

/** The graph of the function above, the steps of both methods as arrows below, one scale across. */
export function lineFrame(width: number, { window }: Surface): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 1.05 : 0.62)),
    marginTop: 14,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 12,
    x: { type: "linear", domain: window.x },
    y: { type: "linear", domain: [FLOOR, window.y[1]] },
  };
}

export function lineBackground(surface: Surface): readonly MarkSpec[] {
  const { window } = surface;
  const [left, right] = window.x;
  const graph = Array.from({ length: 181 }, (_, i) => {
    const x = left + (i / 180) * (right - left);
    return { x, y: height(surface, x) };
  });
  return [
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
    mark("line", clipPath(graph, window), {
      x: "x",
      y: "y",
      stroke: "var(--ink-soft)",
      strokeWidth: 1.75,
    }),
    axisX({ label: "x", ticks: 6 }),
  ];
}

/** Where the slopes are taken, as tangents, and what each method makes of its slope, as arrows. */
export function lineForeground(
  surface: Surface,
  { steps, version, diverged }: LookAheadModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const step = steps[t];
  if (step === undefined) return [];
  const window: Window = { x: frame.x.domain, y: frame.y.domain };
  const on = ({ x }: Point): Point => ({ x, y: height(surface, x) });
  const here = on(step.from);
  const look = on(step.look);
  const away = Math.abs(look.x - here.x) > 0.02;
  return [
    ...tangent(here, step.slopeHere.x, window, { strokeDasharray: "4 3" }),
    ...(away ? tangent(look, step.slopeThere.x, window, {}) : []),
    ...guide(here, window),
    ...guide(look, window),
    ...dot(look, window, { fill: "var(--paper)", stroke: "var(--gradient)" }),
    ...dot(on(step.momentum), window, { fill: BLUE, stroke: "var(--paper)" }),
    ...dot(on(step.nesterov), window, { fill: GREEN, stroke: "var(--paper)", symbol: "diamond" }),
    ...row("momentum", "momentum", step, window),
    ...row("Nesterov", version === "ahead" ? "Nesterov" : say("the wrong version"), step, window),
    ...slopes(step, window),
    ...(diverged === undefined ? [] : [farewell(diverged, window)]),
  ];
}

/** Half the width of a tangent, in units of x. */
const HALF = 0.22;

function tangent(at: Point, slope: number, window: Window, options: object): readonly MarkSpec[] {
  // A steep tangent is cut short, so that all are about as long on the screen.
  const reach = HALF / Math.hypot(1, slope / 6);
  const end = (sign: number): Point => ({ x: at.x + sign * reach, y: at.y + sign * reach * slope });
  const piece = clipSegment(end(-1), end(1), window);
  if (piece === undefined) return [];
  return [
    mark("line", piece, {
      x: "x",
      y: "y",
      stroke: "var(--gradient)",
      strokeWidth: 2.25,
      ...options,
    }),
  ];
}

/** From a place on the graph down to the rows of arrows. */
function guide(at: Point, window: Window): readonly MarkSpec[] {
  const piece = clipSegment(at, { x: at.x, y: ROWS.Nesterov }, window);
  if (piece === undefined) return [];
  return [
    mark("line", piece, {
      x: "x",
      y: "y",
      stroke: "var(--plot-axis)",
      strokeDasharray: "1 3",
    }),
  ];
}

function dot(at: Point, window: Window, options: object): readonly MarkSpec[] {
  if (!inside(at, window)) return [];
  return [mark("dot", [at], { x: "x", y: "y", r: 5, strokeWidth: 1.75, ...options })];
}

/** One method's step: its name, the jump, then the pull of its slope, and where that ends. */
function row(
  method: keyof typeof ROWS,
  name: string,
  { from, jump, momentum, nesterov }: Anatomy,
  window: Window,
): readonly MarkSpec[] {
  const y = ROWS[method];
  const at = (x: number): Point => ({ x, y });
  const look =
    method === "momentum"
      ? { end: momentum.x, fill: BLUE, symbol: "circle", pull: { strokeDasharray: "4 3" } }
      : { end: nesterov.x, fill: GREEN, symbol: "diamond", pull: {} };
  const { end, fill, symbol, pull } = look;
  const text = say("{method} lands at {position}", {
    method: name,
    position: Math.abs(end) < 1000 ? fixed(end, 3) : significant(end, 3),
  });
  return [
    label(text, window.x[0], y, { dy: -17, fill, fontWeight: 600 }),
    ...(jump.x === from.x ? [] : arrow(at(from.x), at(jump.x), window, "var(--velocity)")),
    ...arrow(at(jump.x), at(end), window, "var(--gradient)", pull),
    ...dot(at(end), window, { fill, stroke: "var(--paper)", symbol }),
  ];
}

/** Says that the run does not come back. */
function farewell(step: number, window: Window): MarkSpec {
  return label(say("diverged at step {step}", { step }), window.x[1], window.y[1], {
    dy: 4,
    textAnchor: "end",
    fill: "var(--bad)",
    fontWeight: 600,
  });
}

/** The two slopes in numbers. */
function slopes(step: Anatomy, window: Window): readonly MarkSpec[] {
  const [left] = window.x;
  const [, top] = window.y;
  const look = { fill: "var(--gradient)" };
  const number = (value: number) => significant(value, 3);
  return [
    label(
      say("slope {slope} where it stands (dashed)", { slope: number(step.slopeHere.x) }),
      left,
      top,
      {
        ...look,
        dy: 4,
      },
    ),
    label(
      say("slope {slope} where it looks, x = {x}", {
        slope: number(step.slopeThere.x),
        x: number(step.look.x),
      }),
      left,
      top,
      {
        ...look,
        dy: 21,
      },
    ),
  ];
}

export function height({ problem }: Surface, x: number): number {
  return problem.value(Float64Array.of(x));
}
