/** Shows a value below the cell, as often as you like. */
declare function display(value: unknown): void;

/**
 * Offers a file to the reader, who saves it or not. The ending of the name says how it is written:
 * `.csv` and `.tsv` take a list of objects, `.json` anything, `.bin` a typed array, and `.txt`,
 * `.md` and `.tex` a text.
 */
declare function download(data: unknown, name: string): void;

/** Mathematics to show, as TeX: ``tex`\kappa = ${kappa}` ``. Vectors and matrices may be put in. */
declare function tex(
  parts: TemplateStringsArray,
  ...values: readonly (
    | number
    | string
    | CellFormula
    | ArrayLike<number>
    | readonly ArrayLike<number>[]
  )[]
): CellFormula;

interface CellFormula {
  readonly tex: string;
}

/** A control that a reader can move; `view` shows it. */
interface CellControl<T> {
  /** What it is set to at first. */
  readonly value: T;
}

/** Shows a control above the output and gives what it is set to. Moving it runs the cell again. */
declare function view<T>(control: CellControl<T>): T;

interface CellRange {
  readonly min: number;
  readonly max: number;
  /** Default: about a hundredth of the range. */
  readonly step?: number;
  /** Default: the middle of the range. */
  readonly value?: number;
  readonly label?: string;
  /** "log" divides the range by factors. Default "linear". */
  readonly scale?: "linear" | "log";
}

/** A slider, for `view`. */
declare function slider(options: CellRange): CellControl<number>;

/** A field for a number, for `view`. */
declare function numberField(options: CellRange): CellControl<number>;

/** A choice between words, for `view`. */
declare function select<const T extends string>(
  options: readonly T[],
  more?: { readonly value?: NoInfer<T>; readonly label?: string },
): CellControl<T>;

/** A field for a line of text, such as a formula, for `view`: at most 300 characters. */
declare function textField(options?: {
  /** Default: nothing. */
  readonly value?: string;
  readonly label?: string;
}): CellControl<string>;

/** A box to tick, for `view`. */
declare function checkbox(options?: {
  readonly value?: boolean;
  readonly label?: string;
}): CellControl<boolean>;

/** A point in the plane, moved by pointer or by typing its coordinates, for `view`. */
declare function pointPicker(options?: {
  /** Range of the first coordinate. Default [-5, 5]. */
  readonly x?: readonly [number, number];
  /** Range of the second coordinate. Default [-3, 3]. */
  readonly y?: readonly [number, number];
  /** Default: the middle. */
  readonly value?: readonly [number, number];
  readonly label?: string;
  /** A function whose level lines lie under the plane, or an objective of two variables. */
  readonly over?:
    | ((x: number, y: number) => number)
    | { readonly dim: number; value(x: Float64Array): number };
}): CellControl<readonly [number, number]>;

/** Counts from 0 to n − 1 and shows how far a long loop has come: `for (const k of progress(1000))`. */
declare function progress(n: number): Iterable<number>;
/** Goes through a list and shows how far it has come. */
declare function progress<T>(list: readonly T[]): Iterable<T>;

/** Writes below the cell, in order. */
declare const console: {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  table(rows: unknown): void;
};

declare function setTimeout(run: () => void, milliseconds?: number): number;
declare function clearTimeout(timer: number | undefined): void;
declare function setInterval(run: () => void, milliseconds?: number): number;
declare function clearInterval(timer: number | undefined): void;
declare function queueMicrotask(run: () => void): void;
declare function structuredClone<T>(value: T): T;
/** The clock: milliseconds since the cell's worker began. */
declare const performance: { now(): number };

// What Plot's declarations speak of. In a cell there is no page to put these into.
interface Element {
  readonly outerHTML: string;
}
interface HTMLElement extends Element {}
interface SVGElement extends Element {}
interface SVGSVGElement extends SVGElement {}
interface SVGMarkerElement extends SVGElement {}
interface Document {
  readonly title: string;
}
interface Node {
  readonly nodeName: string;
}

declare module "d3" {
  type CurveFactory = unknown;
  type GeoPath = unknown;
  type GeoStreamWrapper = unknown;
  type GeoPermissibleObjects = unknown;
  type SymbolType = unknown;
}
