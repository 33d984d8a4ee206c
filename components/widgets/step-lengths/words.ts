import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import type { Source, View } from "./figure-of.ts";
import type { Line, MethodRun } from "./model.ts";

/** A value of a line as text. */
export function valueAt({ values }: Line, t: number): string {
  const value = values[t];
  return value === undefined ? "–" : significant(value, 3);
}

/** What the figure shows in its present state. */
export function lengthsSummary(
  source: Pick<Source, "label">,
  view: Pick<View, "axis">,
  runs: readonly MethodRun[],
  lines: readonly Line[],
  t: number,
): string {
  const lost = runs
    .filter(({ diverged }) => diverged !== undefined)
    .map(({ method, diverged }) =>
      say("{method} diverged at step {step}.", {
        method: methodWords(method.name),
        step: diverged,
      }),
    );
  const of = say("Gradients: {source}.", { source: source.label });
  if (t === 0) return sentences(of, say("No step has been taken."), ...lost);
  const list = lines.map((line) => `${line.name} ${valueAt(line, t)}`).join("; ");
  const now = say("At step {t}, {measure}: {values}.", { t, measure: view.axis, values: list });
  return sentences(of, now, ...lost);
}

/** The lines at the marked steps. */
export function lengthsTable(
  source: Pick<Source, "label" | "marks">,
  view: Pick<View, "axis">,
  lines: readonly Line[],
): TableData {
  return {
    caption: say("{measure}, gradients: {source}", { measure: view.axis, source: source.label }),
    columns: ["t", ...lines.map(({ name }) => name)],
    rows: source.marks.map((t) => [String(t), ...lines.map((line) => valueAt(line, t))]),
  };
}
