import type { Control, ControlValue } from "./control.ts";

/**
 * What a cell shows, as plain data: it crosses from the worker to the page, is stored by the build
 * and turned into HTML by `markup`. No kind holds HTML of its own except `svg`, which the page
 * sanitises before use.
 */
export type Output =
  /** A control that the cell asked for by `view`, the `index`-th of its run, and what it is set to. */
  | {
      readonly kind: "control";
      readonly index: number;
      readonly control: Control;
      readonly value: ControlValue;
    }
  /** A number with sensible digits in `text` and all of them in `full`. */
  | { readonly kind: "number"; readonly text: string; readonly full: string }
  /**
   * Any other value, printed; `full` with all digits where `text` leaves some out, `more` with the
   * entries that it leaves out.
   */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly full?: string;
      readonly more?: string;
    }
  /** Mathematics, as TeX without dollar signs. */
  | { readonly kind: "tex"; readonly source: string }
  | Table
  | Matrix
  | Frames
  | FileOutput
  | TraceOutput
  /**
   * A drawing: the source text of one `<svg>` or `<figure>` element, and where Plot drew it in a run
   * of the page, what is drawn in numbers.
   */
  | { readonly kind: "svg"; readonly source: string; readonly numbers?: Table }
  | { readonly kind: "log"; readonly level: "log" | "warn" | "error"; readonly text: string }
  | Failure;

/** A matrix; `rows` are its first rows, cut to its first columns. */
export interface Matrix {
  readonly kind: "matrix";
  /** How many rows and columns it has. */
  readonly shape: readonly [number, number];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Outputs to be shown one at a time, and played. */
export interface Frames {
  readonly kind: "frames";
  readonly frames: readonly Output[];
  /** A sentence under them. */
  readonly note?: string;
}

/** A file that the reader may save. */
export interface FileOutput {
  readonly kind: "file";
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Rows of short printed values; `total` counts the rows that there were before the cap. */
export interface Table {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly total: number;
  /** A sentence under the table, for example how a run ended. */
  readonly note?: string;
}

export interface TableCell {
  readonly text: string;
  /** All digits, where `text` leaves some out. */
  readonly full?: string;
  readonly numeric: boolean;
}

/** An error in words. `line` and `column` count from 1 in the reader's own source. */
export interface Failure {
  readonly kind: "error";
  /** `cell`: the graph forbids it (a name is missing, taken, circular); `syntax`: it does not parse. */
  readonly stage: "syntax" | "cell" | "run";
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** The cell whose source the line belongs to, where it is another one. */
  readonly cell?: string;
}

/** A run of a method, to be drawn and played. */
export interface TraceOutput {
  readonly kind: "trace";
  readonly method: string;
  /** The number of the step of each frame kept, and f there. */
  readonly steps: readonly number[];
  readonly losses: readonly number[];
  /** In two variables: where the frames lie, the window around them, and level lines under them. */
  readonly map?: {
    readonly path: readonly (readonly [number, number])[];
    readonly x: readonly [number, number];
    readonly y: readonly [number, number];
    /** SVG paths in thousandths of the window, from its upper left corner. */
    readonly levels: readonly string[];
  };
  /** The same run in numbers. */
  readonly table: Table;
}
