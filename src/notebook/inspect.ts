import { digits } from "./digits.ts";
import { framesOutput, isGenerator } from "./frames-output.ts";
import { matrixOutput } from "./matrix-output.ts";
import type { Output, Table } from "./output.ts";
import { NUMBERS } from "./plot-numbers.ts";
import { all, print } from "./print.ts";
import { tabulate } from "./tabulate.ts";
import { isFormula } from "./tex.ts";
import { traceOutput } from "./trace-output.ts";

/**
 * What a value looks like to a reader: numbers with sensible digits, vectors compact, matrices in
 * brackets, lists of flat objects as tables, formulas set, traces and generators as pictures to be
 * played, drawings as drawings, everything else printed.
 * @throws what a generator throws, and nothing else.
 */
export function inspect(value: unknown): Output {
  if (typeof value === "number")
    return { kind: "number", text: digits(value), full: String(value) };
  if (isFormula(value)) return { kind: "tex", source: value.tex };
  if (isGenerator(value)) {
    return (
      framesOutput(value, inspectFrame) ?? {
        kind: "text",
        text: "(a generator that yields nothing)",
      }
    );
  }
  try {
    const source = drawing(value);
    if (source !== undefined)
      return { kind: "svg", source: described(source), ...numbersOn(value as Numbered) };
    const shown = traceOutput(value) ?? tabulate(value) ?? matrixOutput(value);
    if (shown) return shown;
  } catch {
    // A getter that throws; the printer below says so.
  }
  return printed(value);
}

/** A value that is yielded; a generator in it is not played in its turn. */
export function inspectFrame(value: unknown): Output {
  if (isGenerator(value)) return printed(value);
  const output = inspect(value);
  // Of a drawing that is one of many the numbers would be more than the film.
  return output.kind === "svg" ? { kind: "svg", source: output.source } : output;
}

function printed(value: unknown): Output {
  const text = print(value);
  const full = typeof value === "string" ? text : print(value, String);
  const more = print(value, digits, all);
  return {
    kind: "text",
    text,
    ...(full !== text && { full }),
    ...(more !== text && { more }),
  };
}

/** A drawing that says nothing of itself to those who cannot see it says at least that. */
function described(source: string): string {
  return source.replace(
    /^<svg\b(?![^>]*\saria-label=)/,
    '<svg role="img" aria-label="A drawing without a description (its svg element has no aria-label)"',
  );
}

/** A drawing with what Plot drew in it, in numbers. */
interface Numbered {
  readonly [NUMBERS]?: Table;
}

function numbersOn({ [NUMBERS]: numbers }: Numbered): { readonly numbers?: Table } {
  return numbers === undefined ? {} : { numbers };
}

/** The source of an `<svg>` or `<figure>` element of whatever document made it. */
function drawing(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("nodeType" in value && "localName" in value && "outerHTML" in value)) return undefined;
  const { localName, outerHTML } = value;
  const wanted = localName === "svg" || localName === "figure";
  return value.nodeType === 1 && wanted && typeof outerHTML === "string" ? outerHTML : undefined;
}
