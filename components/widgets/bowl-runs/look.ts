import { type Look, methodLooks } from "#src/plotting/method-looks.ts";
import type { Runner } from "./scenes.ts";

/** The look of a run, with the mark of where it stands, for Plot and for words. */
export interface RunnerLook extends Look {
  readonly symbol: "circle" | "square" | "diamond";
  readonly sign: string;
}

const other = {
  stroke: "var(--ink)",
  strokeDasharray: "5 3",
  symbol: "square",
  sign: "■",
} as const;

export const looks: Readonly<Record<Runner, RunnerLook>> = {
  momentum: { ...methodLooks.momentum, symbol: "diamond", sign: "◆" },
  RMSprop: { ...methodLooks.RMSprop, symbol: "square", sign: "■" },
  Adam: { ...methodLooks.Adam, symbol: "circle", sign: "●" },
  "Adam, not corrected": other,
  "Adam that forgets": other,
  "Adam, axes along the ravine": { ...other, stroke: "var(--ink-soft)", strokeDasharray: "2 3" },
};
