import { say } from "#src/language/say.ts";
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
  const factor = now.factor === undefined ? "" : say(", with {factor}", { factor: factorOf(now) });
  return say(
    "Line {line} of {lines}: {operation}{factor}; d = {direction}. At the end d = {final}. The matrix of BFGS gives {bfgs}, Newton’s step is {newton}.",
    {
      line: t,
      lines: lines.length - 1,
      operation: written(now).replace(/ {2}/g, " "),
      factor,
      direction: coordinates(now.after.x, now.after.y, 3),
      final: coordinates(last.x, last.y, 3),
      bfgs: coordinates(byMatrix.x, byMatrix.y, 3),
      newton: coordinates(newton.x, newton.y, 3),
    },
  );
}

/** All lines. */
export function twoLoopTable({ lines }: TwoLoopPicture): TableData {
  return {
    caption: say("The two loops, line by line"),
    columns: [
      say("line"),
      say("what is done"),
      say("factor"),
      say("d, first entry"),
      say("d, second entry"),
    ],
    rows: lines.map((line, t) => [
      String(t),
      written(line),
      factorOf(line),
      fixed(line.after.x, 4),
      fixed(line.after.y, 4),
    ]),
  };
}
