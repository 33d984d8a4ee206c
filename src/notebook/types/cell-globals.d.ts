/** Shows a value below the cell, as often as you like. */
declare function display(value: unknown): void;

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
