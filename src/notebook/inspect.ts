import { digits } from "./digits.ts";
import type { Output } from "./output.ts";
import { cut, print } from "./print.ts";
import { tabulate } from "./tabulate.ts";
import { traceOutput } from "./trace-output.ts";

/**
 * What a value looks like to a reader: numbers with sensible digits, vectors compact, lists of flat
 * objects as tables, traces as pictures to be played, drawings as drawings, everything else printed. Never throws.
 */
export function inspect(value: unknown): Output {
  if (typeof value === "number")
    return { kind: "number", text: digits(value), full: String(value) };
  if (typeof value === "string") return { kind: "text", text: cut(value) };
  try {
    const source = drawing(value);
    if (source !== undefined) return { kind: "svg", source };
    const shown = traceOutput(value) ?? tabulate(value);
    if (shown) return shown;
  } catch {
    // A getter that throws; the printer below says so.
  }
  const text = print(value);
  const full = print(value, String);
  return full === text ? { kind: "text", text } : { kind: "text", text, full };
}

/** The source of an `<svg>` or `<figure>` element of whatever document made it. */
function drawing(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("nodeType" in value && "localName" in value && "outerHTML" in value)) return undefined;
  const { localName, outerHTML } = value;
  const wanted = localName === "svg" || localName === "figure";
  return value.nodeType === 1 && wanted && typeof outerHTML === "string" ? outerHTML : undefined;
}
