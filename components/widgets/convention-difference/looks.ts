import type { Look } from "#src/plotting/method-looks.ts";

/** How a line is drawn; lines on one another all stay visible. */
export interface LineLook extends Look {
  readonly strokeWidth: number;
  readonly strokeOpacity?: number;
}

/** The first is a broad band, on which the others are seen where they agree with it. */
const looks: readonly LineLook[] = [
  { stroke: "var(--ink-soft)", strokeWidth: 6, strokeOpacity: 0.45 },
  { stroke: "var(--velocity)", strokeWidth: 2 },
  { stroke: "var(--gradient)", strokeWidth: 2, strokeDasharray: "8 3" },
  { stroke: "var(--curvature)", strokeWidth: 2, strokeDasharray: "2 3" },
];

/** The look of the line with this number. */
export function lookOf(index: number): LineLook {
  return looks[index % looks.length] as LineLook;
}
