import { say, sayCount } from "#src/language/say.ts";
import type { Output } from "./output.ts";

/** A longer text is for the eyes: who listens goes to it. In characters. */
const LONGEST = 120;
/** More outputs than these are counted. */
const MOST = 3;

/**
 * What a cell shows, in a few words for who does not see it: "2, a table of 3 rows". Controls are
 * left out; empty when there is nothing else.
 */
export function outputsInWords(outputs: readonly Output[]): string {
  const words = outputs.filter(({ kind }) => kind !== "control").map(inWords);
  const more = words.length - MOST;
  return [...words.slice(0, MOST), ...(more > 0 ? [say("{more} more", { more })] : [])].join(", ");
}

function inWords(output: Output): string {
  switch (output.kind) {
    case "number":
    case "text":
    case "log":
      return shortened(output.text);
    case "error":
      return output.line === undefined
        ? output.message
        : say("{message} (line {line})", { message: output.message, line: output.line });
    case "tex":
      return say("a formula");
    case "table":
      return sayCount(
        { one: "a table of {count} row", other: "a table of {count} rows" },
        output.total,
      );
    case "matrix":
      return say("a matrix of {rows} by {columns}", {
        rows: output.shape[0],
        columns: output.shape[1],
      });
    case "frames":
      return sayCount({ one: "{count} frame", other: "{count} frames" }, output.frames.length);
    case "file":
      return say("the file {name}", { name: output.name });
    case "trace":
      return say("a run of {method}", { method: output.method });
    case "svg":
      return say("a figure");
    case "control":
      return say("a control");
  }
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}
