import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { fixed } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import type { Complex } from "#src/plotting/momentum-roots.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { PhaseModel } from "./model.ts";
import { STEPS } from "./state.ts";

const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 32, marginLeft: 34 };
const ROOTS = 1.45;
const blue = "var(--method-momentum)";
const linear = (domain: readonly [number, number]) => ({ type: "linear", domain }) as const;

/** Position against time: as tall as its neighbours in a row, flat when it has a row of its own. */
export function seriesFrame(width: number, extent: number): PlotFrame {
  const height = width < 280 ? width : Math.round(width * 0.5);
  return {
    width,
    height,
    ...MARGINS,
    x: linear([0, STEPS]),
    y: linear([-extent, extent]),
  };
}

export function seriesBackground({ y }: PlotFrame): readonly MarkSpec[] {
  return [
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
    axisX({ label: say("step t"), ticks: [0, 20, 40, 60, 80] }),
    axisY({ label: "x", ...around(y.domain[1]) }),
  ];
}

/** Ticks at 0 and on either side of it: at 1 where that is nearly the end, else at the end. */
function around(extent: number) {
  const end = extent > 1 && extent < 1.5 ? 1 : extent;
  const format = (value: number) => String(Number(value.toPrecision(2))).replace("-", "−");
  return { ticks: [-end, 0, end], format };
}

/** A run as far as it is worth drawing: up to the step with which it has left. */
function drawn(points: readonly Point[], { diverged }: PhaseModel): readonly Point[] {
  return diverged === undefined ? points : points.slice(0, diverged + 1);
}

/** The run, with the pace ±|σ|^t that it settles to dotted: at first it may swing out farther. */
export function seriesForeground(model: PhaseModel, t: number): readonly MarkSpec[] {
  const { window } = model;
  const pace = (sign: number) =>
    mark(
      "line",
      clipPath(
        model.series.map(({ x }) => ({ x, y: sign * model.rate ** x })),
        window,
      ),
      { x: "x", y: "y", stroke: "var(--ink-soft)", strokeDasharray: "2 3" },
    );
  const gone =
    model.diverged === undefined
      ? []
      : [
          label(say("diverged at step {step}", { step: model.diverged }), STEPS, window.y[1], {
            dy: 8,
            textAnchor: "end",
            fill: "var(--bad)",
          }),
        ];
  return [
    pace(1),
    pace(-1),
    mark("line", clipPath(drawn(model.series, model), window), {
      x: "x",
      y: "y",
      stroke: blue,
      strokeWidth: 1.75,
    }),
    ...cursor(model.series[t], window),
    ...gone,
  ];
}

/** Velocity that the phase plane shows on either side of 0: a round number above the largest. */
export function largestVelocity({ orbit, window }: PhaseModel): number {
  const seen = orbit.filter(({ x }) => Math.abs(x) <= window.y[1]).map(({ y }) => Math.abs(y));
  const largest = Math.max(1e-3, ...seen) * 1.08;
  const power = 10 ** Math.floor(Math.log10(largest));
  return power * ([1, 1.5, 2, 3, 5, 7, 10].find((step) => step * power >= largest) ?? 10);
}

export function orbitFrame(width: number, extent: number, velocity: number): PlotFrame {
  return {
    width,
    height: width,
    ...MARGINS,
    x: linear([-extent, extent]),
    y: linear([-velocity, velocity]),
  };
}

export function orbitBackground({ x, y }: PlotFrame): readonly MarkSpec[] {
  const thin = { stroke: "var(--plot-axis)", strokeOpacity: 0.6 };
  return [
    mark("ruleX", [0], thin),
    mark("ruleY", [0], thin),
    axisX({ label: "x", ...around(x.domain[1]) }),
    axisY({ label: say("velocity v"), ...around(y.domain[1]) }),
  ];
}

/** Position and velocity together: a spiral, a slide, or a jump from side to side. */
export function orbitForeground(
  model: PhaseModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const orbit = drawn(model.orbit, model);
  return [
    mark("line", clipPath(orbit, window), {
      x: "x",
      y: "y",
      stroke: blue,
      strokeWidth: 1.25,
    }),
    dots(
      orbit.filter((point) => inside(point, window)),
      3,
      blue,
    ),
    ...cursor(model.orbit[t], window),
  ];
}

export function rootsFrame(width: number): PlotFrame {
  return {
    width,
    height: width,
    ...MARGINS,
    x: linear([-ROOTS, ROOTS]),
    y: linear([-ROOTS, ROOTS]),
  };
}

/** The complex plane with the unit circle: roots inside mean convergence. */
export function rootsBackground(): readonly MarkSpec[] {
  const thin = { stroke: "var(--plot-axis)", strokeOpacity: 0.6 };
  return [
    mark("ruleX", [0], thin),
    mark("ruleY", [0], thin),
    mark("line", circle(1), { x: "x", y: "y", stroke: "var(--ink)" }),
    axisX({ label: say("real part"), ticks: [-1, 0, 1] }),
    axisY({ label: say("imaginary part"), ticks: [-1, 0, 1] }),
  ];
}

/** The two roots, on or inside the circle of radius √β when they are complex. */
export function rootsForeground({ roots, rate }: PhaseModel, beta: number): readonly MarkSpec[] {
  const colour = rate > 1 ? "var(--bad)" : "var(--curvature)";
  const far = roots.find((root) => Math.abs(root.re) > ROOTS);
  return [
    mark("line", circle(Math.sqrt(beta)), {
      x: "x",
      y: "y",
      stroke: "var(--curvature)",
      strokeDasharray: "2 3",
    }),
    mark(
      "dot",
      roots.filter((root) => Math.abs(root.re) <= ROOTS),
      {
        x: "re",
        y: "im",
        r: 4.5,
        fill: colour,
        stroke: "var(--paper)",
      },
    ),
    ...(far === undefined ? [] : [outside(far)]),
  ];
}

function outside(root: Complex): MarkSpec {
  return label(`← ${fixed(root.re, 2)}`, -ROOTS, 0, { dx: 4, dy: -10, fill: "var(--bad)" });
}

function circle(radius: number): readonly Point[] {
  return Array.from({ length: 73 }, (_, i) => {
    const angle = (i / 36) * Math.PI;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

function cursor(
  at: Point | undefined,
  window: { x: readonly [number, number]; y: readonly [number, number] },
) {
  if (at === undefined || !inside(at, window)) return [];
  return [
    mark("dot", [at], {
      x: "x",
      y: "y",
      r: 4.5,
      fill: blue,
      stroke: "var(--paper)",
      strokeWidth: 1.5,
    }),
  ];
}
