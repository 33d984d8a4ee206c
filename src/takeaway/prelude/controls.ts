/** What the controls of the next cell are set to, in order; null where one was not moved. */
export const settings: unknown[] = [];

/** What a control is set to; here it cannot be moved. */
export function view<T>(control: { readonly value: T }): T {
  if (settings.length > 0) return (settings.shift() ?? control.value) as T; // with settings
  return control.value;
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value?: number;
  readonly scale?: "linear" | "log";
}

export function slider(range: Range) {
  return { value: startOf(range) };
}

export function numberField(range: Range) {
  return { value: startOf(range) };
}

/** Without a value a control starts in the middle, at one of its steps. */
function startOf({ min, max, value, scale, step = niceStep((max - min) / 100) }: Range): number {
  if (value !== undefined) return value;
  return scale === "log" ? Math.sqrt(min * max) : min + step * Math.round((max - min) / 2 / step);
}

/** The nearest of 1, 2, 5 times a power of ten. */
function niceStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const digit = [1, 2, 5].find((one) => one * power >= width * 0.999) ?? 10;
  return Number((digit * power).toPrecision(1));
}

export function select(options: readonly string[], { value = options[0]! } = {}) {
  return { value };
}

export function textField({ value = "" }: { value?: string } = {}) {
  return { value };
}

export function checkbox({ value = false }: { value?: boolean } = {}) {
  return { value };
}

type Pair = readonly [number, number];

export function pointPicker({
  x = [-5, 5],
  y = [-3, 3],
  value = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2],
}: {
  x?: Pair;
  y?: Pair;
  value?: Pair;
} = {}) {
  return { value };
}

/** Counts from 0 to n − 1, or goes through a list. */
export function* progress<T>(over: number | readonly T[]) {
  if (typeof over === "number") for (let k = 0; k < over; k++) yield k as T;
  else yield* over;
}
