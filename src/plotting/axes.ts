import { type MarkSpec, mark } from "./spec.ts";

export interface AxisOptions {
  readonly label: string;
  /** A number of ticks to aim at, or the ticks themselves. */
  readonly ticks?: number | readonly number[];
  readonly format?: string | ((value: number) => string);
}

const look = {
  stroke: "var(--plot-axis)",
  fill: "var(--ink-soft)",
  tickSize: 4,
  fontSize: 12,
  labelArrow: "none",
};

/** A thin horizontal axis, its label at the right end below the ticks. */
export function axisX({ label, ticks = 6, format }: AxisOptions): MarkSpec {
  const tickFormat = format === undefined ? {} : { tickFormat: format };
  return mark("axisX", undefined, { ...look, ...tickFormat, label, ticks });
}

/** A thin vertical axis, its label above. */
export function axisY({ label, ticks = 5, format }: AxisOptions): MarkSpec {
  const tickFormat = format === undefined ? {} : { tickFormat: format };
  return mark("axisY", undefined, { ...look, ...tickFormat, label, ticks });
}
