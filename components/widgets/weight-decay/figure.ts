import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import type { Look } from "#src/plotting/method-looks.ts";
import { standingAt } from "#src/plotting/plane.ts";
import { toPixels } from "#src/plotting/scale.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Fading, Kind } from "./model.ts";
import { STEPS } from "./state.ts";

const LOOKS: Readonly<Record<Kind, Look>> = {
  "no decay": { stroke: "var(--ink-soft)", strokeDasharray: "2 3" },
  penalty: { stroke: "var(--method-adam)" },
  AdamW: { stroke: "var(--method-amsgrad)", strokeDasharray: "7 3" },
};
const NAMES: Readonly<Record<Kind, string>> = {
  "no decay": say("no decay"),
  penalty: say("with penalty"),
  AdamW: "AdamW",
};
/** Every so many steps a corner of the line. */
const EVERY = 25;

export function fadingFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * 0.72),
    marginTop: 22,
    marginRight: 16,
    marginBottom: 34,
    marginLeft: 34,
    x: { type: "linear", domain: [0, STEPS] },
    y: { type: "linear", domain: [0, 1.12] },
  };
}

export function fadingBackground(): readonly MarkSpec[] {
  return [
    axisX({ label: say("step t"), ticks: [0, 500, 1000, 1500, 2000] }),
    axisY({ label: say("mean weight"), ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] }),
    mark("ruleY", [0], { stroke: "var(--plot-axis)", strokeOpacity: 0.6 }),
  ];
}

/** The three curves with their names; step t marked. */
export function fadingForeground(of: Fading, t: number, frame: PlotFrame): readonly MarkSpec[] {
  const window = { x: frame.x.domain, y: frame.y.domain };
  const kinds = Object.keys(LOOKS) as Kind[];
  return [
    mark("ruleX", [t], { stroke: "var(--ink)", strokeOpacity: 0.3 }),
    ...kinds.map((kind) => {
      const points = of[kind].flatMap((y, x) => (x % EVERY === 0 ? [{ x, y }] : []));
      return mark("line", points, { x: "x", y: "y", strokeWidth: 1.75, ...LOOKS[kind] });
    }),
    ...names(of, kinds, frame),
    ...kinds.flatMap((kind) =>
      standingAt({ x: t, y: of[kind][t] as number }, window, LOOKS[kind].stroke),
    ),
  ];
}

/** Two names closer than this push each other apart, in pixels. */
const APART = 17;

/** The names at the right end, from the top down, each below the one before. */
function names(of: Fading, kinds: readonly Kind[], frame: PlotFrame): readonly MarkSpec[] {
  const at = 0.97 * STEPS;
  const height = (kind: Kind) => of[kind][Math.round(at)] as number;
  let free = Number.NEGATIVE_INFINITY;
  return kinds
    .toSorted(
      (one, other) => height(other) - height(one) || kinds.indexOf(one) - kinds.indexOf(other),
    )
    .map((kind, rank) => {
      const line = toPixels(frame, { x: at, y: height(kind) }).y;
      // The first stands above its line, the others below the line or the name before.
      const wanted = rank === 0 ? line - 11 : Math.max(line + 12, free + APART);
      const bottom = frame.height - frame.marginBottom - 8;
      free = Math.min(wanted, bottom);
      return label(NAMES[kind], at, height(kind), {
        dy: free - line,
        textAnchor: "end",
        fill: LOOKS[kind].stroke,
        fontWeight: 600,
      });
    });
}
