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
  return [...words.slice(0, MOST), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

function inWords(output: Output): string {
  switch (output.kind) {
    case "number":
    case "text":
    case "log":
      return shortened(output.text);
    case "error":
      return output.line === undefined ? output.message : `${output.message} (line ${output.line})`;
    case "tex":
      return "a formula";
    case "table":
      return `a table of ${counted(output.total, "row")}`;
    case "matrix":
      return `a matrix of ${output.shape.join(" by ")}`;
    case "frames":
      return counted(output.frames.length, "frame");
    case "file":
      return `the file ${output.name}`;
    case "trace":
      return `a run of ${output.method}`;
    case "svg":
      return "a figure";
    case "control":
      return "a control";
  }
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
