import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen, significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { bestGradientDescent } from "#src/plotting/quadratic-rates.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { ExplorerModel } from "./model.ts";
import { STEPS } from "./state.ts";

const GD = "var(--method-gradient-descent)";
const ROOM = { marginTop: 22, marginRight: 14, marginBottom: 34 };
const height = (width: number) => Math.round(Math.max(190, width * 0.62));

const LOG_DOMAIN = [1e-6, 3e3] as const;
const LINEAR_DOMAIN = [0, 60] as const;

/** Steps across, loss upward. */
export function lossFrame(width: number, log: boolean): PlotFrame {
  return {
    width,
    height: height(width),
    ...ROOM,
    marginLeft: 40,
    x: { type: "linear", domain: [0, STEPS] },
    y: log ? { type: "log", domain: LOG_DOMAIN } : { type: "linear", domain: LINEAR_DOMAIN },
  };
}

export function lossBackground({ y }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t"), ticks: 6 }),
    axisY({
      label: say("loss, and its two parts"),
      ...(y.type === "log"
        ? {
            ticks: [1e3, 1, 1e-3, 1e-6],
            format: (value) => powerOfTen(Math.round(Math.log10(value))),
          }
        : { ticks: [0, 20, 40, 60] }),
    }),
  ];
}

/** The loss and its parts, and step t. */
export function lossForeground(
  { losses, floorLosses, acrossLosses }: ExplorerModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const line = (values: readonly number[], options: Readonly<Record<string, unknown>>) =>
    mark("line", series(values, frame), { x: "x", y: "y", ...options });
  const now = losses[t] as number;
  return [
    line(floorLosses, { stroke: "var(--curvature)", strokeDasharray: "6 3" }),
    line(acrossLosses, { stroke: "var(--curvature)", strokeDasharray: "1.5 2.5" }),
    line(losses, { stroke: GD, strokeWidth: 2 }),
    ...standingAt({ x: t, y: now }, { x: frame.x.domain, y: frame.y.domain }, GD),
    ...names(floorLosses, acrossLosses, frame),
  ];
}

/** The names of the parts: each where its line is well away from the other, if it is. */
function names(
  floor: readonly number[],
  across: readonly number[],
  { y }: PlotFrame,
): readonly MarkSpec[] {
  const [low, high] = y.domain;
  const bend = (value: number) => (y.type === "log" ? Math.log10(Math.max(value, 1e-300)) : value);
  const least = (bend(high) - bend(low)) / 7;
  const at = (values: readonly number[], others: readonly number[], t: number) => {
    const value = values[t] ?? Number.NaN;
    const apart = Math.abs(bend(value) - bend(others[t] ?? Number.NaN));
    return value > low * 3 && value < high / 2 && apart > least ? { t, value } : undefined;
  };
  return [
    { name: "floor", values: floor, others: across },
    { name: "across", values: across, others: floor },
  ].flatMap(({ name, values, others }) => {
    const spot = [44, 30, 20, 12, 8, 5, 3].flatMap((t) => at(values, others, t) ?? []).at(0);
    if (spot === undefined) return [];
    const above = spot.value > (others[spot.t] as number);
    const look = { fill: "var(--curvature)", textAnchor: "middle", dy: above ? -11 : 13 };
    return [label(name, spot.t, spot.value, look)];
  });
}

const HIGHEST = 1.3;

/** The rate across, from 0 to a little past the limit; the size of the factors upward. */
export function factorFrame(width: number, kappa: number): PlotFrame {
  return {
    width,
    height: height(width),
    ...ROOM,
    marginLeft: 34,
    x: { type: "linear", domain: [0, 2.4 / kappa] },
    y: { type: "linear", domain: [0, HIGHEST] },
  };
}

/** Both factors as functions of the rate; the larger one is what the whole run gets. */
export function factorBackground(kappa: number, frame: PlotFrame): readonly MarkSpec[] {
  const end = frame.x.domain[1];
  const window = { x: frame.x.domain, y: frame.y.domain };
  const best = bestGradientDescent(1, kappa);
  const size = (lambda: number) => (eta: number) => ({ x: eta, y: Math.abs(1 - eta * lambda) });
  const corners = [0, 1 / kappa, best.eta, 2 / kappa, end];
  const line = (lambda: number, options: Readonly<Record<string, unknown>>) =>
    mark("line", clipPath(corners.map(size(lambda)), window), { x: "x", y: "y", ...options });
  const slower = corners.map((eta) => ({
    x: eta,
    y: Math.max(size(1)(eta).y, size(kappa)(eta).y),
  }));
  return [
    mark("ruleY", [1], { stroke: "var(--plot-axis)", strokeDasharray: "2 3" }),
    axisX({
      label: say("rate η"),
      ticks: [0, 1 / kappa, 2 / kappa],
      format: (eta) => significant(eta, 2),
    }),
    axisY({ label: say("size of the factor per step"), ticks: [0, 0.5, 1] }),
    mark("line", clipPath(slower, window), {
      x: "x",
      y: "y",
      stroke: "var(--plot-contour)",
      strokeWidth: 7,
      strokeLinejoin: "round",
    }),
    line(1, { stroke: "var(--curvature)", strokeDasharray: "6 3", strokeWidth: 1.5 }),
    line(kappa, { stroke: "var(--curvature)", strokeDasharray: "1.5 2.5", strokeWidth: 1.75 }),
    label(say("best"), best.eta, 0, { dy: -8, textAnchor: "middle", fill: "var(--ink-soft)" }),
    mark("link", [{ x: best.eta, y1: 0.17, y2: best.rate }], {
      x: "x",
      y1: "y1",
      y2: "y2",
      stroke: "var(--plot-axis)",
    }),
    label(say("across"), 0.42 / kappa, 0.5, { fill: "var(--curvature)", textAnchor: "end" }),
    label(say("floor"), end, Math.abs(1 - end), {
      fill: "var(--curvature)",
      textAnchor: "end",
      dy: kappa > 3 ? 13 : -12,
    }),
  ];
}

/** The two factors at the chosen rate. */
export function factorForeground(
  eta: number,
  { factors }: ExplorerModel,
  frame: PlotFrame,
): readonly MarkSpec[] {
  if (eta > frame.x.domain[1])
    return [
      label(
        say("η = {eta} lies to the right", { eta: significant(eta, 3) }),
        frame.x.domain[1],
        0.2,
        {
          textAnchor: "end",
          fill: GD,
        },
      ),
    ];
  const sizes = [factors.floor, factors.across].map(Math.abs);
  const rows = sizes.filter((y) => y <= HIGHEST).map((y) => ({ x: eta, y }));
  return [
    mark("ruleX", [eta], { stroke: GD, strokeOpacity: 0.5 }),
    mark("dot", rows, {
      x: "x",
      y: "y",
      r: 4.5,
      fill: GD,
      stroke: "var(--paper)",
      strokeWidth: 1.5,
    }),
  ];
}
