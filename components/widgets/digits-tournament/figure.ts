import { say } from "#src/language/say.ts";
import { axisX } from "#src/plotting/axes.ts";
import { label } from "#src/plotting/label.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { Standing } from "./standings.ts";

const ROW = 17;
/** Percent told wrong at the left edge. */
const LEAST = 6;
/** At the right edge: the first where there is room for every training, else the last. */
const MOST = [25, 100] as const;

/** One line for each method. */
export function standingsFrame(width: number, standings: readonly Standing[]): PlotFrame {
  const rows = Math.max(3, standings.length);
  const worst = Math.max(0, ...standings.flatMap(({ rights }) => rights.map(wrong)));
  return {
    width,
    height: 44 + ROW * rows,
    marginTop: 8,
    marginRight: 14,
    marginBottom: 36,
    marginLeft: Math.max(width < 500 ? 142 : 152, ...standings.map(roomFor)),
    x: { type: "log", domain: [LEAST, worst <= MOST[0] ? MOST[0] : MOST[1]] },
    y: { type: "linear", domain: [rows - 0.5, -0.5] },
  };
}

/** A little more than a name takes to the left of its row, in pixels: names are longer in other languages. */
const roomFor = ({ title }: Standing) => 12 + 5.6 * title.length;

const wrong = (share: number) => Math.max(LEAST, 100 * (1 - share));

export function standingsBackground({ x }: PlotFrame): readonly MarkSpec[] {
  const ticks = [6, 8, 10, 15, 20, 50, 100].filter((tick) => tick <= x.domain[1]);
  return [
    axisX({ label: say("% of the images held out told wrong"), ticks, format: String }),
    mark("ruleX", ticks.slice(1), { stroke: "var(--rule)", strokeDasharray: "1 3" }),
  ];
}

/** A dot for each training and a bar at their median; in the colour of the accent what was trained here. */
export function standingsForeground(
  standings: readonly Standing[],
  own: ReadonlySet<string>,
): readonly MarkSpec[] {
  return standings.flatMap(({ id, title, rights, right }, row) => {
    const stroke = own.has(id) ? "var(--accent)" : "var(--ink)";
    return [
      label(title, LEAST, row, { dx: -8, textAnchor: "end", fill: stroke }),
      mark(
        "dot",
        rights.map((share) => ({ x: wrong(share), y: row })),
        { x: "x", y: "y", r: 3, stroke, strokeOpacity: 0.7 },
      ),
      mark("link", [{ x: wrong(right), y1: row - 0.36, y2: row + 0.36 }], {
        x1: "x",
        x2: "x",
        y1: "y1",
        y2: "y2",
        stroke,
        strokeWidth: 2.5,
      }),
    ];
  });
}
