/** Whether data from anywhere is a record, whose fields can be looked at. */
export const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === "object" && data !== null && !Array.isArray(data);

/** Whether data from anywhere is a text of at most so many characters. */
export const isText = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.length <= longest;

/** A value in a message: what it is, cut to a length that can be read. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? `“${value}”` : (JSON.stringify(value) ?? typeof value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
