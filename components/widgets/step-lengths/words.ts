import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
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
      say(" {name} diverged at step {diverged}.", { name: method.name, diverged }),
    );
  const said = say("Gradients: {label}. ", { label: source.label });
  if (t === 0) return say("{said}No step has been taken.{lost}", { said, lost: lost.join("") });
  const list = lines.map((line) => `${line.name} ${valueAt(line, t)}`).join("; ");
  return say("{said}At step {t}, {axis}: {list}.{lost}", {
    said,
    t,
    axis: view.axis,
    list,
    lost: lost.join(""),
  });
}

/** The lines at the marked steps. */
export function lengthsTable(
  source: Pick<Source, "label" | "marks">,
  view: Pick<View, "axis">,
  lines: readonly Line[],
): TableData {
  return {
    caption: say("{axis}, gradients: {label}", { axis: view.axis, label: source.label }),
    columns: ["t", ...lines.map(({ name }) => name)],
    rows: source.marks.map((t) => [String(t), ...lines.map((line) => valueAt(line, t))]),
  };
}
