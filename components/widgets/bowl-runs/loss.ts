import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import { series } from "#src/plotting/series.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import { looks } from "./look.ts";
import type { BowlRun } from "./model.ts";
import type { Scene } from "./scenes.ts";

/** Steps across, the loss upward on a logarithmic scale. */
export function lossFrame(width: number, { steps, losses }: Scene): PlotFrame {
  return {
    width,
    height: Math.round(Math.max(200, width * 0.42)),
    marginTop: 22,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: 44,
    x: { type: "linear", domain: [0, steps] },
    y: { type: "log", domain: losses },
  };
}

export function lossBackground({ width, y }: PlotFrame, { knobs }: Scene): readonly MarkSpec[] {
  const [low, high] = y.domain.map((end) => Math.round(Math.log10(end))) as [number, number];
  const every = Math.ceil((high - low) / 6);
  const ticks = Array.from(
    { length: Math.floor((high - low) / every) + 1 },
    (_, i) => 10 ** (high - every * i),
  );
  return [
    axisX({ label: say("step t"), ticks: width < 380 ? 4 : 6 }),
    axisY({
      label: knobs.includes("c") ? say("loss, without the factor c") : say("loss"),
      ticks,
      format: (value) => powerOfTen(Math.round(Math.log10(value))),
    }),
  ];
}

/** The losses, up to step t strong and then faint, and the names. */
export function lossForeground(
  runs: readonly BowlRun[],
  t: number,
  frame: PlotFrame,
): readonly MarkSpec[] {
  const [low, high] = frame.y.domain;
  const line = ({ name, losses }: BowlRun, from: number, until: number, options: object) => {
    const { stroke, strokeDasharray } = looks[name];
    const dashes = strokeDasharray === undefined ? {} : { strokeDasharray };
    const rows = series(losses.slice(0, until + 1).map(positive), frame);
    const shown = rows.filter(({ x = from }) => x >= from);
    return mark("line", shown, { x: "x", y: "y", stroke, ...dashes, ...options });
  };
  return [
    ...runs.map((one) => line(one, t, one.losses.length, { strokeWidth: 1, strokeOpacity: 0.4 })),
    ...runs.map((one) => line(one, 0, t, { strokeWidth: 2 })),
    ...runs.flatMap(({ name, losses }) => {
      const now = losses[t];
      if (now === undefined || !(now >= low && now <= high)) return [];
      const { stroke, symbol } = looks[name];
      const look = { x: "x", y: "y", r: 5, fill: stroke, symbol, stroke: "var(--paper)" };
      return [mark("dot", [{ x: t, y: now }], { ...look, strokeWidth: 1.5 })];
    }),
    ...runs.map(({ name }, i) =>
      label(`${looks[name].sign} ${methodWords(name)}`, frame.x.domain[1], high, {
        textAnchor: "end",
        dy: 6 + 17 * i,
        fill: looks[name].stroke,
        fontWeight: 600,
      }),
    ),
  ];
}

/** A loss that has underflowed to 0 has no logarithm; it is far below the picture either way. */
function positive(loss: number): number {
  return loss === 0 ? Number.MIN_VALUE : loss;
}
