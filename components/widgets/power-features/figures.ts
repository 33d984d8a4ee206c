import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { powerOfTen, significant } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { ends, features, kappasByDegree, pointsOf } from "./model.ts";
import { type Basis, HIGHEST, INTERVALS, type Interval, type PowerState } from "./state.ts";
import { intervalName } from "./words.ts";

const ROOM = { marginTop: 24, marginBottom: 34 };
const height = (width: number) => Math.round(Math.max(200, width * 0.7));
/** Samples of each curve; more than the data have, for smooth lines. */
const SAMPLES = 61;

/** z across, the features upward. */
export function curvesFrame(width: number, { interval, basis, degree }: PowerState): PlotFrame {
  const columns = features(basis, interval, degree, pointsOf(interval, SAMPLES));
  const low = Math.min(0, ...columns.flat());
  const high = Math.max(1, ...columns.flat());
  const space = 0.06 * (high - low);
  return {
    width,
    height: height(width),
    ...ROOM,
    marginRight: 16,
    marginLeft: 34,
    x: { type: "linear", domain: ends[interval] },
    y: { type: "linear", domain: [low - space, high + space] },
  };
}

/** The constant and the features, the higher the degree the paler. */
export function curves({ interval, basis, degree }: PowerState): readonly MarkSpec[] {
  const at = pointsOf(interval, SAMPLES);
  const constant = at.map(() => 1);
  const columns = [constant, ...features(basis, interval, degree, at)];
  return [
    axisX({ label: "z", ticks: interval === "unit" ? [0, 0.5, 1] : [-1, 0, 1] }),
    axisY({ label: say("features {names}", { names: listed(basis, degree) }), ticks: 5 }),
    ...columns.map((column, i) =>
      mark(
        "line",
        at.map((x, row) => ({ x, y: column[row] })),
        {
          x: "x",
          y: "y",
          stroke: "var(--ink)",
          strokeWidth: 1.75,
          strokeOpacity: 1 - (0.75 * i) / (HIGHEST + 1),
        },
      ),
    ),
  ];
}

/** "1, z, …, z⁵". */
function listed(basis: Basis, degree: number): string {
  const name = (d: number) => {
    if (basis === "Legendre") return `P${"₀₁₂₃₄₅₆₇₈"[d]}`;
    return ["1", "z"][d] ?? `z${"⁰¹²³⁴⁵⁶⁷⁸"[d]}`;
  };
  const between = { 1: "", 2: ` ${name(1)},` }[degree] ?? ` ${name(1)}, …,`;
  return `${name(0)},${between} ${name(degree)}`;
}

/** Degree across, the condition number upward. */
export function kappaFrame(width: number): PlotFrame {
  return {
    width,
    height: height(width),
    ...ROOM,
    marginRight: 52,
    marginLeft: 38,
    x: { type: "linear", domain: [0.7, HIGHEST] },
    y: { type: "log", domain: [1, 1e12] },
  };
}

const LOOKS: Readonly<
  Record<Interval, { readonly strokeDasharray?: string; readonly symbol: string }>
> = {
  unit: { symbol: "circle" },
  symmetric: { strokeDasharray: "6 3", symbol: "diamond" },
};

/** Condition numbers this near to each other, as a factor, get one name. */
const TOGETHER = 4;

/** The condition number by degree on both intervals. */
export function kappaLines(basis: Basis): readonly MarkSpec[] {
  const stroke = "var(--curvature)";
  const lines = INTERVALS.map((interval) => ({
    interval,
    kappas: kappasByDegree(basis, interval),
  }));
  const [unit = 1, symmetric = 1] = lines.map(({ kappas }) => kappas.at(-1));
  const one = unit / symmetric < TOGETHER;
  return [
    axisX({ label: say("degree"), ticks: [1, 2, 3, 4, 5, 6, 7, 8], format: String }),
    axisY({
      label: say("condition number κ"),
      ticks: [1, 1e3, 1e6, 1e9, 1e12],
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
    ...lines.flatMap(({ interval, kappas }) => {
      const rows = kappas.map((y, i) => ({ x: i + 1, y }));
      const { symbol, ...look } = LOOKS[interval];
      return [
        mark("line", rows, { x: "x", y: "y", stroke, strokeWidth: 1.75, ...look }),
        mark("dot", rows, { x: "x", y: "y", r: 3, fill: stroke, symbol }),
      ];
    }),
    ...lines.flatMap(({ interval, kappas }) =>
      one && interval === "symmetric"
        ? []
        : [
            label(one ? say("both") : intervalName[interval], HIGHEST, kappas.at(-1) as number, {
              dx: 8,
              fill: stroke,
            }),
          ],
    ),
  ];
}

/** The degree that is chosen. */
export function kappaChosen({ degree, interval, basis }: PowerState): readonly MarkSpec[] {
  const kappa = kappasByDegree(basis, interval)[degree - 1] as number;
  const late = degree > HIGHEST / 2;
  return [
    mark("dot", [{ x: degree, y: kappa }], {
      x: "x",
      y: "y",
      r: 6,
      fill: "var(--curvature)",
      stroke: "var(--paper)",
      strokeWidth: 1.5,
    }),
    label(`κ = ${significant(kappa, 3)}`, degree, kappa, {
      textAnchor: late ? "end" : "start",
      dx: late ? -10 : 0,
      dy: -14,
      fontWeight: 600,
      fill: "var(--curvature)",
    }),
  ];
}
