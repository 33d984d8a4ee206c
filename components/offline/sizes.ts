import { sayCount } from "#src/language/say.ts";

/** A number of bytes as one says it: three digits at most. */
export function inWords(bytes: number): string {
  if (bytes < 1000) return sayCount({ one: "{count} byte", other: "{count} bytes" }, bytes);
  const [size, unit] =
    bytes < 1e6 ? [bytes / 1e3, "KB"] : bytes < 1e9 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}
