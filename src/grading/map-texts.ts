/**
 * A plain value with its texts changed, however deep.
 * @param change is told the key under which a text, or the list that it is in, stands
 */
export function mapTexts<T>(value: T, change: (text: string, key?: string) => unknown): T {
  const changed = (part: unknown, key?: string): unknown => {
    if (typeof part === "string") return change(part, key);
    if (Array.isArray(part)) return part.map((one) => changed(one, key));
    if (typeof part === "object" && part !== null)
      return Object.fromEntries(
        Object.entries(part).map(([name, one]) => [name, changed(one, name)]),
      );
    return part;
  };
  return changed(value) as T;
}
