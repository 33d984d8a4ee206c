import { LANGUAGE } from "./language-names.ts";

/** Built-in objects of the language that are watched, with their prototypes. */
const names = [
  "Object",
  "Function",
  "Array",
  "String",
  "Number",
  "Boolean",
  "Symbol",
  "BigInt",
  "Math",
  "JSON",
  "Reflect",
  "Date",
  "RegExp",
  "Promise",
  "Map",
  "Set",
  "WeakMap",
  "Error",
  "TypeError",
  "RangeError",
  "ArrayBuffer",
  "Uint8Array",
  "Float64Array",
];

/**
 * Globals that are watched beside those objects: the language, and what kernel and package work with. To
 * read all that a browser has would make each of its interfaces, which takes longer than most cells do.
 */
const globals = [...LANGUAGE, "addEventListener", "console", "postMessage"];

type Values = readonly [value: unknown, get: unknown, set: unknown];

interface Watched {
  readonly name: string;
  readonly object: object;
  readonly keys: readonly PropertyKey[];
  readonly values: readonly Values[];
  /** What is new on it is a change too; of the globals a cell may make its own. */
  readonly closed: boolean;
}

// Taken before a cell runs, since a cell can overwrite them.
const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { is } = Object;
const inWords = String;

/**
 * Remembers the language as it is now. The function returned names the first thing that has been
 * changed, added or taken away since, such as `Array.prototype.map`; nothing when all is as it was.
 * It calls nothing that a cell can have overwritten.
 */
export function watchLanguage(): () => string | undefined {
  const watched: Watched[] = [];
  const watch = (name: string, object: object, keys = ownKeys(object), closed = true) => {
    watched.push({ name, object, keys, values: keys.map((key) => find(object, key)), closed });
  };
  for (const name of names) {
    const one = (globalThis as unknown as Record<string, { readonly prototype?: object }>)[name];
    if (!one) continue;
    // What Error itself holds is how long a stack trace may be, which anyone may set.
    if (name !== "Error") watch(name, one);
    if (one.prototype) watch(`${name}.prototype`, one.prototype);
  }
  const iterator = getPrototypeOf([][Symbol.iterator]()) as object;
  watch("%ArrayIterator%.prototype", iterator);
  watch("%Iterator%.prototype", getPrototypeOf(iterator) as object);
  watch("%TypedArray%.prototype", getPrototypeOf(Uint8Array.prototype) as object);
  watch("globalThis", globalThis, globals, false);
  return () => {
    // Counted loops: `for … of` asks an iterator, which can have been changed.
    for (let i = 0; i < watched.length; i++) {
      const key = changedKey(watched[i] as Watched);
      if (key !== undefined) return `${(watched[i] as Watched).name}.${inWords(key)}`;
    }
    return undefined;
  };
}

function changedKey({ object, keys, values, closed }: Watched): PropertyKey | undefined {
  for (let i = 0; i < keys.length; i++) {
    const now = find(object, keys[i] as PropertyKey);
    const then = values[i] as Values;
    for (let j = 0; j < 3; j++) if (!is(now[j], then[j])) return keys[i];
  }
  if (!closed) return undefined;
  const present = ownKeys(object);
  // All the old ones are there, in their order, so the first that differs is new.
  for (let i = 0; i < present.length; i++) if (present[i] !== keys[i]) return present[i];
  return undefined;
}

function find(object: object, key: PropertyKey): Values {
  let one: object | null = object;
  while (one) {
    const found = getOwnPropertyDescriptor(one, key);
    if (found) return [found.value, found.get, found.set];
    one = getPrototypeOf(one);
  }
  return [undefined, undefined, undefined];
}
