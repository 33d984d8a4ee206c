/** Levels that are copied. */
const DEPTH = 12;
/** Values that are copied; data that contains itself would have no end of them. */
const VALUES = 200_000;

/** A copy of a value as plain data, which can go to another worker. Throws what reading it throws. */
export function plain(value: unknown): unknown {
  let left = VALUES;
  const copy = (one: unknown, depth: number): unknown => {
    if (typeof one === "function" || typeof one === "symbol") return `(a ${typeof one})`;
    if (typeof one !== "object" || one === null) return one;
    if (depth === DEPTH || --left < 0) return "…";
    if (Array.isArray(one)) {
      left -= one.length;
      return Array.from(one, (entry) => copy(entry, depth + 1));
    }
    if (ArrayBuffer.isView(one)) return structuredClone(one);
    return Object.fromEntries(
      Object.entries(one).map(([name, entry]) => [name, copy(entry, depth + 1)]),
    );
  };
  return copy(value, 0);
}
