/** Levels that are copied; data that contains itself ends here. */
const DEPTH = 12;

/** A copy of a value as plain data, which can go to another worker. Throws what reading it throws. */
export function plain(value: unknown, depth = 0): unknown {
  if (typeof value === "function" || typeof value === "symbol") return `(a ${typeof value})`;
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEPTH) return "…";
  if (Array.isArray(value)) return Array.from(value, (entry) => plain(entry, depth + 1));
  if (ArrayBuffer.isView(value)) return structuredClone(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, plain(entry, depth + 1)]),
  );
}
