/** A row of plain data; a missing number breaks a line. */
export type Row = Readonly<Record<string, number | string | boolean | undefined>>;

/** Marks that figures may use: the names of the Plot marks that the figure component binds. */
export type MarkName =
  | "areaY"
  | "arrow"
  | "axisX"
  | "axisY"
  | "contour"
  | "dot"
  | "frame"
  | "gridX"
  | "gridY"
  | "line"
  | "link"
  | "rect"
  | "ruleX"
  | "ruleY"
  | "text";

/** One mark, described as data so that it can be computed and tested without a document. */
export interface MarkSpec {
  readonly mark: MarkName;
  readonly data?: ArrayLike<unknown>;
  /** Options of the Plot mark of that name; channels are names of columns or constants. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A position scale: a monotone map from a domain of values to pixels. */
export interface ScaleSpec {
  readonly type: "linear" | "log" | "sqrt";
  readonly domain: readonly [number, number];
}

/** The fixed part of a figure: its size in CSS pixels, its margins and its two scales. */
export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly x: ScaleSpec;
  readonly y: ScaleSpec;
}

/** Describes one mark: `mark("line", rows, { x: "k", y: "f" })`; data may be absent (frame, axes). */
export function mark(
  name: MarkName,
  data: ArrayLike<unknown> | undefined,
  options: Readonly<Record<string, unknown>> = {},
): MarkSpec {
  return data === undefined ? { mark: name, options } : { mark: name, data, options };
}
