import type { Runner } from "./scenes.ts";

/** Colour, dashes and symbol of a run: each can be told from the others without colour. */
export interface Look {
  readonly stroke: string;
  readonly strokeDasharray?: string;
  /** The mark of where it stands, for Plot and for words. */
  readonly symbol: "circle" | "square" | "diamond";
  readonly sign: string;
}

export const looks: Readonly<Record<Runner, Look>> = {
  momentum: { stroke: "var(--method-momentum)", symbol: "diamond", sign: "◆" },
  RMSprop: {
    stroke: "var(--method-rmsprop)",
    strokeDasharray: "8 3",
    symbol: "square",
    sign: "■",
  },
  Adam: { stroke: "var(--method-adam)", symbol: "circle", sign: "●" },
  "Adam, not corrected": {
    stroke: "var(--ink)",
    strokeDasharray: "5 3",
    symbol: "square",
    sign: "■",
  },
  "Adam that forgets": {
    stroke: "var(--ink)",
    strokeDasharray: "5 3",
    symbol: "square",
    sign: "■",
  },
  "Adam, axes along the ravine": {
    stroke: "var(--ink-soft)",
    strokeDasharray: "2 3",
    symbol: "square",
    sign: "■",
  },
};
