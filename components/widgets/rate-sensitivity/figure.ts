import { say } from "#src/language/say.ts";
import { axisX, axisY } from "#src/plotting/axes.ts";
import { clipPath } from "#src/plotting/clip.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { label } from "#src/plotting/label.ts";
import { type Look, methodLooks } from "#src/plotting/method-looks.ts";
import { type MarkSpec, mark, type PlotFrame } from "#src/plotting/spec.ts";
import type { MethodName } from "./methods.ts";
import type { SensitivityState } from "./state.ts";
import { RATES, type Row } from "./training.ts";
import { usable } from "./usable.ts";

/** Powers of ten of the rates and of the losses that the picture shows. */
const WINDOW = { x: [-4.15, 1.15], y: [-3.2, 1.35] } as const;

export function sensitivityFrame(width: number): PlotFrame {
  return {
    width,
    height: Math.round(width * (width < 500 ? 0.85 : 0.5)),
    marginTop: 22,
    marginRight: 14,
    marginBottom: 34,
    marginLeft: 42,
    x: { type: "linear", domain: WINDOW.x },
    y: { type: "linear", domain: WINDOW.y },
  };
}

export function sensitivityBackground({ width }: PlotFrame): readonly MarkSpec[] {
  return [
    axisX({
      label: say("learning rate η"),
      ticks: width < 500 ? [-4, -2, 0] : [-4, -3, -2, -1, 0, 1],
      format: powerOfTen,
    }),
    axisY({
      label: say("training loss at the end"),
      ticks: [-3, -2, -1, 0, 1],
      format: powerOfTen,
    }),
  ];
}

/** Every method as a thin line, the two that are compared in full, and what is good enough. */
export function sensitivityForeground(
  rows: readonly Row[],
  { one, other, limit }: SensitivityState,
): readonly MarkSpec[] {
  const level = Math.log10(limit);
  const compared = [...new Set([one, other])];
  return [
    mark("ruleY", [level], { stroke: "var(--ink-soft)", strokeDasharray: "2 3" }),
    label(say("good enough"), WINDOW.x[0], level, { dx: 4, dy: -8, fill: "var(--ink-soft)" }),
    ...rows
      .filter(({ method }) => !compared.includes(method))
      .map((row) => line(row, { stroke: "var(--ink)", strokeOpacity: 0.22, strokeWidth: 1 })),
    ...compared.flatMap((method, i) => {
      const row = rows.find((candidate) => candidate.method === method);
      return row === undefined ? [] : inFull(row, limit, i);
    }),
  ];
}

function inFull(row: Row, limit: number, place: number): readonly MarkSpec[] {
  const look = lookOf(row.method, place);
  const { best, range } = usable(row, limit);
  const level = Math.log10(limit) + (place === 0 ? -0.05 : 0.05);
  const span = range?.map((rate) => ({ x: Math.log10(rate), y: level })) ?? [];
  const lowest = { x: Math.log10(RATES[best] as number), y: height(row.losses[best] as number) };
  return [
    mark("line", span, {
      x: "x",
      y: "y",
      stroke: look.stroke,
      strokeWidth: 5,
      strokeOpacity: 0.45,
    }),
    line(row, { ...look, strokeWidth: 2.25 }),
    mark("dot", [lowest], { x: "x", y: "y", r: 4.5, fill: look.stroke }),
    label(row.method, WINDOW.x[0], WINDOW.y[0], {
      dx: 8,
      dy: -32 + 18 * place,
      fill: look.stroke,
      fontWeight: 600,
    }),
  ];
}

/** The colour of the book where a method has one, otherwise one of ink. */
export function lookOf(method: MethodName, place: number): Look {
  const name = method === "SGD" ? say("gradient descent") : method;
  if (Object.hasOwn(methodLooks, name)) return methodLooks[name as keyof typeof methodLooks];
  return place === 0
    ? { stroke: "var(--ink)" }
    : { stroke: "var(--accent)", strokeDasharray: "7 3" };
}

function line({ losses }: Row, look: object): MarkSpec {
  const points = losses.map((loss, i) => ({
    x: Math.log10(RATES[i] as number),
    y: height(loss),
  }));
  return mark("line", clipPath(points, WINDOW), { x: "x", y: "y", ...look });
}

/** A training that left the numbers stands far above the picture. */
const height = (loss: number) => (Number.isFinite(loss) ? Math.log10(loss) : 10);
