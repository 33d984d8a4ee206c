/** How one value of a widget is written in the address of the page. */
export interface Field<T> {
  readonly initial: T;
  /** The value, or undefined when the text does not say one that is allowed. */
  readonly parse: (text: string) => T | undefined;
  readonly format: (value: T) => string;
}

/** One field for each value of a widget's state. */
export type Fields<S> = { readonly [K in keyof S]: Field<S[K]> };

/** A number in [min, max], written with at most six significant digits. */
export function numberField(initial: number, min: number, max: number): Field<number> {
  return {
    initial,
    parse: (text) => {
      const value = /^-?[0-9.]+(e-?[0-9]+)?$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
    format: (value) => String(Number(value.toPrecision(6))),
  };
}

/** A whole number in [min, max]. */
export function wholeField(initial: number, min: number, max: number): Field<number> {
  const field = numberField(initial, min, max);
  return {
    ...field,
    parse: (text) => (/^-?[0-9]+$/.test(text) ? field.parse(text) : undefined),
  };
}

/** One of a few words or numbers. */
export function choiceField<T extends string | number>(
  initial: T,
  choices: readonly T[],
): Field<T> {
  return {
    initial,
    parse: (text) => choices.find((choice) => String(choice) === text),
    format: String,
  };
}

/** Yes or no, written "on" and "off". */
export function flagField(initial: boolean): Field<boolean> {
  const words: Readonly<Record<string, boolean>> = { on: true, off: false };
  return { initial, parse: (text) => words[text], format: (value) => (value ? "on" : "off") };
}

/** The state that a widget starts in. */
export function initialState<S extends object>(fields: Fields<S>): S {
  const names = Object.keys(fields) as (keyof S & string)[];
  return Object.fromEntries(names.map((name) => [name, fields[name].initial])) as S;
}

/**
 * The state written as "eta:0.04,beta:0.9". Whatever is missing, unknown or malformed counts as
 * not said, and keeps its initial value: a link may be old, cut off or mistyped.
 */
export function parseState<S extends object>(text: string, fields: Fields<S>): S {
  const state = initialState(fields);
  for (const part of text.split(",")) {
    const [name = "", ...rest] = part.split(":");
    if (!Object.hasOwn(fields, name)) continue;
    const value = fields[name as keyof S].parse(rest.join(":"));
    if (value !== undefined) state[name as keyof S] = value;
  }
  return state;
}

/** The inverse of `parseState`; values at their start are left out, so the initial state is "". */
export function formatState<S extends object>(state: S, fields: Fields<S>): string {
  const names = Object.keys(fields) as (keyof S & string)[];
  return names
    .filter((name) => state[name] !== fields[name].initial)
    .map((name) => `${name}:${fields[name].format(state[name])}`)
    .join(",");
}

/** The query of an address with one widget's text replaced, or removed when it is "". */
export function withParameter(query: string, key: string, text: string): string {
  const others = query
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => part !== "" && part.split("=")[0] !== key);
  const parts = text === "" ? others : [...others, `${key}=${text}`];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
