import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { chartFrame } from "#src/plotting/chart-frame.ts";
import { contourGrid } from "#src/plotting/contour-grid.ts";
import { contours } from "#src/plotting/contours.ts";
import { label } from "#src/plotting/label.ts";
import { planeFrame, standingAt } from "#src/plotting/plane.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { afterRound, HIGHEST, quality, ROUNDS, type WorkerTrial } from "./model.ts";

const WINDOW = { x: [-0.08, 1], y: [-0.08, 1] } as const;
const MARGINS = { marginTop: 22, marginRight: 10, marginBottom: 34, marginLeft: 34 };
const across = { type: "linear", domain: [0, ROUNDS] } as const;
const looks = [
  { name: "worker 1", stroke: "var(--accent)" },
  { name: "worker 2", stroke: "var(--velocity)", strokeDasharray: "5 3" },
] as const;

export const workersFrame = (width: number): PlotFrame => planeFrame(width, WINDOW, MARGINS);

export function workersBackground(): readonly MarkSpec[] {
  const grid = contourGrid((x, y) => quality([x, y]), WINDOW, 80, 80);
  return [
    contours(grid, [0, 0.4, 0.7, 0.9, 1.05, 1.15]),
    mark("dot", [{ x: 0, y: 0 }], { x: "x", y: "y", symbol: "plus", r: 5, stroke: "var(--ink)" }),
    axisX({ label: "θ₀", ticks: [0, 0.5, 1] }),
    axisY({ label: "θ₁", ticks: [0, 0.5, 1] }),
  ];
}

/** Where the weights of both workers have been; a piece for each round, from where it began. */
export function workersForeground(
  trials: readonly WorkerTrial[],
  round: number,
): readonly MarkSpec[] {
  return looks.flatMap(({ stroke, ...look }, member) => {
    const own = trials.filter((trial) => trial.member === member && trial.round <= round);
    const moves = own.flatMap(({ parent, state }) => {
      const from = parent === undefined ? undefined : (trials[parent] as WorkerTrial).state;
      return from === undefined ? [] : [{ x1: from[0], y1: from[1], x2: state[0], y2: state[1] }];
    });
    const [x = Number.NaN, y = Number.NaN] = own.at(-1)?.state ?? [];
    return [
      mark("link", moves, {
        x1: "x1",
        y1: "y1",
        x2: "x2",
        y2: "y2",
        stroke,
        strokeWidth: 1.9,
        ...("strokeDasharray" in look ? { strokeDasharray: look.strokeDasharray } : {}),
      }),
      ...standingAt({ x, y }, WINDOW, stroke),
    ];
  });
}

export const qualityFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "linear", domain: [-0.5, 1.3] }, 0.62);

export function qualityBackground(): readonly MarkSpec[] {
  return [
    mark("ruleY", [1.2], { stroke: "var(--ink)", strokeDasharray: "1 3" }),
    axisX({ label: say("round"), ticks: 4 }),
    axisY({ label: say("quality Q"), ticks: [0, 0.4, 0.8, 1.2] }),
  ];
}

/** The quality of both workers after each round. */
export function qualityForeground(
  trials: readonly WorkerTrial[],
  round: number,
): readonly MarkSpec[] {
  return looks.flatMap(({ name, stroke, ...look }, member) => {
    const points = Array.from({ length: round + 1 }, (_, r) => ({
      x: r,
      y: -(afterRound(trials, r)[member] as WorkerTrial).score,
    }));
    const window = { x: across.domain, y: [-0.5, 1.3] } as const;
    return [
      mark("line", points, { x: "x", y: "y", stroke, strokeWidth: 1.9, ...look }),
      ...standingAt(points.at(-1), window, stroke),
      label(
        member === 0
          ? say("{curve} (solid)", { curve: name })
          : say("{curve} (dashed)", { curve: name }),
        ROUNDS,
        -0.5,
        {
          textAnchor: "end",
          dy: -28 + 17 * member,
          fill: stroke,
          fontWeight: 600,
        },
      ),
    ];
  });
}

export const settingsFrame = (width: number): PlotFrame =>
  chartFrame(width, across, { type: "linear", domain: [-0.05, HIGHEST + 0.05] }, 0.62);

export function settingsBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("round"), ticks: 4 }),
    axisY({ label: say("h behind the better worker"), ticks: [0, 0.5, 1, 1.5] }),
  ];
}

/** The h with which the better worker's weights were trained, round by round. */
export function settingsForeground(line: readonly WorkerTrial[]): readonly MarkSpec[] {
  const trained = line.filter(({ round }) => round > 0);
  const parts = [
    { of: "h0", name: "h₀", stroke: "var(--ink)" },
    { of: "h1", name: "h₁", stroke: "var(--curvature)", strokeDasharray: "5 3" },
  ] as const;
  return parts.flatMap(({ of, name, ...look }, i) => {
    // Each h holds for the round that ends at its number.
    const points = trained.flatMap(({ round, values }) => [
      { x: round - 1, y: values[of] },
      { x: round, y: values[of] },
    ]);
    return [
      mark("line", points, { x: "x", y: "y", strokeWidth: 1.75, ...look }),
      label(
        i === 0
          ? say("{curve} (solid)", { curve: name })
          : say("{curve} (dashed)", { curve: name }),
        0,
        HIGHEST,
        {
          dx: 8 + 78 * i,
          dy: -1,
          fill: look.stroke,
          fontWeight: 600,
        },
      ),
    ];
  });
}
