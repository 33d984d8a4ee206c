import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath, inside } from "#src/plotting/clip.ts";
import { fixed } from "#src/plotting/digits.ts";
import { dots } from "#src/plotting/dots.ts";
import { label } from "#src/plotting/label.ts";
import type { Complex } from "#src/plotting/momentum-roots.ts";
import type { Point } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type PhaseModel, SERIES_WINDOW } from "./model.ts";

const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 32, marginLeft: 34 };
const ROOTS = 1.45;
const blue = "var(--method-momentum)";
const linear = (domain: readonly [number, number]) => ({ type: "linear", domain }) as const;

/** Position against time: as tall as its neighbours in a row, flat when it has a row of its own. */
export function seriesFrame(width: number): PlotFrame {
  const height = width < 280 ? width : Math.round(width * 0.5);
  return {
    width,
    height,
    ...MARGINS,
    x: linear(SERIES_WINDOW.x),
    y: linear(SERIES_WINDOW.y),
  };
}

export function seriesBackground(): readonly MarkSpec[] {
  return [
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
    axisX({ label: "step t", ticks: [0, 20, 40, 60, 80] }),
    axisY({ label: "x", ticks: [-1, 0, 1] }),
  ];
}

/** The run between the envelopes ±|σ|^t. */
export function seriesForeground(model: PhaseModel, t: number): readonly MarkSpec[] {
  const envelope = (sign: number) =>
    mark(
      "line",
      clipPath(
        model.series.map(({ x }) => ({ x, y: sign * model.rate ** x })),
        SERIES_WINDOW,
      ),
      { x: "x", y: "y", stroke: "var(--ink-soft)", strokeDasharray: "2 3" },
    );
  const gone =
    model.diverged === undefined
      ? []
      : [
          label(`diverged at step ${model.diverged}`, 78, 1.12, {
            textAnchor: "end",
            fill: "var(--bad)",
          }),
        ];
  return [
    envelope(1),
    envelope(-1),
    mark("line", clipPath(model.series, SERIES_WINDOW), {
      x: "x",
      y: "y",
      stroke: blue,
      strokeWidth: 1.75,
    }),
    ...cursor(model.series[t], SERIES_WINDOW),
    ...gone,
  ];
}

/** Velocity that the phase plane shows on either side of 0: a round number above the largest. */
export function largestVelocity({ orbit }: PhaseModel): number {
  const seen = orbit.filter(({ x }) => Math.abs(x) <= 1.3).map(({ y }) => Math.abs(y));
  const largest = Math.max(1e-3, ...seen) * 1.08;
  const power = 10 ** Math.floor(Math.log10(largest));
  return power * ([1, 1.5, 2, 3, 5, 7, 10].find((step) => step * power >= largest) ?? 10);
}

export function orbitFrame(width: number, velocity: number): PlotFrame {
  return {
    width,
    height: width,
    ...MARGINS,
    x: linear([-1.3, 1.3]),
    y: linear([-velocity, velocity]),
  };
}

export function orbitBackground({ y }: PlotFrame): readonly MarkSpec[] {
  const top = y.domain[1];
  const thin = { stroke: "var(--plot-axis)", strokeOpacity: 0.6 };
  return [
    mark("ruleX", [0], thin),
    mark("ruleY", [0], thin),
    axisX({ label: "x", ticks: [-1, 0, 1] }),
    axisY({
      label: "velocity v",
      ticks: [-top, 0, top],
      format: (value) => String(Number(value.toPrecision(2))).replace("-", "−"),
    }),
  ];
}

/** Position and velocity together: a spiral, a slide, or a jump from side to side. */
export function orbitForeground(
  model: PhaseModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  return [
    mark("line", clipPath(model.orbit, window), {
      x: "x",
      y: "y",
      stroke: blue,
      strokeWidth: 1.25,
    }),
    dots(
      model.orbit.filter((point) => inside(point, window)),
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
    axisX({ label: "real part", ticks: [-1, 0, 1] }),
    axisY({ label: "imaginary part", ticks: [-1, 0, 1] }),
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
