import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { toPixels } from "#src/plotting/scale.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { type RaceModel, type RaceRun, standing } from "./model.ts";
import { LEFT } from "./state.ts";

const HIGHEST = 3;
const LOWEST = 1e-13;

/** Steps across, the distance from the axis upward on a logarithmic scale. */
export function distanceFrame(width: number, { runs, length }: RaceModel): PlotFrame {
  const smallest = Math.min(
    ...runs.flatMap(({ points }) => points.map(({ y }) => Math.abs(y)).filter((y) => y > 0)),
  );
  const low = Number.isFinite(smallest) ? Math.max(LOWEST, smallest / 2) : 1e-6;
  return {
    width,
    height: Math.round(Math.max(250, width * 1.1)),
    marginTop: 20,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 40,
    x: { type: "linear", domain: [0, length] },
    y: { type: "log", domain: [low, HIGHEST] },
  };
}

export function distanceBackground({ y }: PlotFrame): readonly MarkSpec[] {
  const decades = -Math.floor(Math.log10(y.domain[0]));
  const every = Math.ceil(decades / 6);
  const ticks = Array.from(
    { length: Math.floor(decades / every) + 1 },
    (_, i) => 10 ** -(every * i),
  );
  return [
    axisX({ label: say("step t"), ticks: 4 }),
    axisY({
      label: say("distance from the axis, |y|"),
      ticks: ticks.filter((tick) => tick >= y.domain[0]),
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
    mark("ruleY", [LEFT], { stroke: "var(--plot-axis)", strokeDasharray: "2 3" }),
  ];
}

/** |y| of every method, its part up to step t strong. */
export function distanceForeground(
  model: RaceModel,
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const { runs } = model;
  const window = { x: frame.x.domain, y: frame.y.domain };
  const shown = runs.map((run) => ({ run, sizes: run.points.map(({ y }) => Math.abs(y)) }));
  if (shown.every(({ sizes }) => sizes.every((size) => size === 0)))
    return [
      label(say("|y| = 0, exactly, for all seven"), frame.x.domain[1] / 2, frame.y.domain[0], {
        textAnchor: "middle",
        dy: -14,
        fontWeight: 600,
      }),
    ];
  const line = (sizes: readonly number[], name: RaceRun["name"], options: object) =>
    mark("line", series(sizes, frame), { x: "x", y: "y", ...methodLooks[name], ...options });
  return [
    ...shown.map(({ run, sizes }) =>
      line(sizes, run.name, { strokeWidth: 1, strokeOpacity: 0.45, strokeDasharray: "none" }),
    ),
    ...shown.map(({ run, sizes }) => line(sizes.slice(0, t + 1), run.name, { strokeWidth: 2 })),
    ...names(model, frame),
    ...runs.flatMap((run) =>
      standingAt(
        { x: Math.min(t, run.points.length - 1), y: Math.abs(standing(run, t).y) },
        window,
        methodLooks[run.name].stroke,
      ),
    ),
  ];
}

/** Width of a letter of the labels, a generous average, and their height, in pixels. */
const LETTER = 6.3;
const LINE = 15;
/** Shares of the height at which a name may stand beside its line. */
const SHARES = [0.86, 0.7, 0.54, 0.38, 0.22];

/** The names beside their lines, where they cross no other line and no other name. */
function names({ runs }: RaceModel, frame: PlotFrame): readonly MarkSpec[] {
  const [low, high] = frame.y.domain;
  const taken: { left: number; right: number; y: number }[] = [];
  const sorted = [...runs].sort((a, b) => (b.left ?? 1e9) - (a.left ?? 1e9));
  return sorted.flatMap(({ name, points }) => {
    for (const share of SHARES) {
      const size = low * (high / low) ** share;
      const at = crossing(points, size);
      if (at === undefined) continue;
      const pixel = toPixels(frame, { x: at, y: size });
      const left = pixel.x + 5;
      const right = left + name.length * LETTER;
      if (right > frame.width - 2) continue;
      const free = taken.every(
        (box) => Math.abs(box.y - pixel.y) >= LINE || box.right < left || box.left > right,
      );
      const crossed = runs.some((other) => {
        const there = other.name === name ? undefined : crossing(other.points, size);
        if (there === undefined) return false;
        const x = toPixels(frame, { x: there, y: size }).x;
        return x > left - 3 && x < right + 6;
      });
      if (!free || crossed) continue;
      taken.push({ left, right, y: pixel.y });
      return [
        label(methodWords(name), at, size, {
          dx: 6,
          fill: methodLooks[name].stroke,
          fontWeight: 600,
        }),
      ];
    }
    return [];
  });
}

/** The step at which |y| first reaches a size, counted with its fraction on the logarithmic scale. */
function crossing(points: RaceRun["points"], size: number): number | undefined {
  const t = points.findIndex(({ y }) => Math.abs(y) >= size);
  if (t <= 0) return undefined;
  const [before, after] = [t - 1, t].map((k) => Math.log(Math.abs(points[k]?.y ?? Number.NaN)));
  const share = (Math.log(size) - (before as number)) / ((after as number) - (before as number));
  return t - 1 + (Number.isFinite(share) ? share : 1);
}
