import { pair as coordinates, fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { LoopLine, TwoLoopPicture } from "./model.ts";

const SUBSCRIPTS = "₀₁₂₃₄₅";

/** A line as it is written. */
export function written({ part, pair = 0 }: LoopLine): string {
  const i = SUBSCRIPTS[pair] ?? "";
  switch (part) {
    case "start":
      return "d = −g";
    case "back":
      return `a${i} = ϱ${i}δ${i}ᵀd,  d = d − a${i}y${i}`;
    case "scale":
      return "d = γ d";
    case "forth":
      return `b = ϱ${i}y${i}ᵀd,  d = d + (a${i} − b) δ${i}`;
  }
}

/** What the line multiplies by, with its name. */
export function factorOf({ part, pair = 0, factor }: LoopLine): string {
  if (factor === undefined) return "–";
  const i = SUBSCRIPTS[pair] ?? "";
  const name = { start: "", back: `a${i}`, scale: "γ", forth: `a${i} − b` }[part];
  return `${name} = ${significant(factor, 3)}`;
}

/** The state of the figure in words. */
export function twoLoopSummary({ lines, byMatrix, newton }: TwoLoopPicture, t: number): string {
  const now = lines[t] as LoopLine;
  const last = (lines.at(-1) as LoopLine).after;
  const factor = now.factor === undefined ? "" : `, with ${factorOf(now)}`;
  return `Line ${t} of ${lines.length - 1}: ${written(now).replace(/ {2}/g, " ")}${factor}; d = ${coordinates(now.after.x, now.after.y, 3)}. At the end d = ${coordinates(last.x, last.y, 3)}. The matrix of BFGS gives ${coordinates(byMatrix.x, byMatrix.y, 3)}, Newton’s step is ${coordinates(newton.x, newton.y, 3)}.`;
}

/** All lines. */
export function twoLoopTable({ lines }: TwoLoopPicture): TableData {
  return {
    caption: "The two loops, line by line",
    columns: ["line", "what is done", "factor", "d, first entry", "d, second entry"],
    rows: lines.map((line, t) => [
      String(t),
      written(line),
      factorOf(line),
      fixed(line.after.x, 4),
      fixed(line.after.y, 4),
    ]),
  };
}
