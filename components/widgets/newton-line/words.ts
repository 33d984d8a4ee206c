import { sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { errorsOf, type NewtonRun, type Stand, targetOf } from "./model.ts";

/** What comes of a run, in a few words. */
export function ending({ stands, end }: NewtonRun): string {
  const count = sayCount({ one: "{count} step", other: "{count} steps" }, stands.length - 1);
  switch (end.kind) {
    case "rest":
      return `ends at the ${end.rest.kind} ${significant(end.rest.x, 5)} after ${count}`;
    case "diverged":
      return `diverged at step ${end.at}`;
    case "outside":
      return `has left the domain of f at step ${end.at}`;
    case "cycle":
      return "jumps between two points for ever";
    case "unsettled":
      return `has not settled after ${count}`;
  }
}

/** The state of the figure in a few sentences. */
export function newtonLineSummary(newtonRun: NewtonRun, t: number): string {
  const { curve, stands } = newtonRun;
  const start = stands[0] as Stand;
  const { x, slope, bend } = stands[t] as Stand;
  const story = `On ${curve.label} from ${significant(start.x)} Newton's method ${ending(newtonRun)}.`;
  return `${story} At step ${t} it is at ${significant(x, 5)}, with the slope ${significant(slope, 3)} and the second derivative ${significant(bend, 3)}.`;
}

/** Every step with its derivatives and its distance from the end. */
export function newtonLineTable(newtonRun: NewtonRun): TableData {
  const errors = errorsOf(newtonRun);
  return {
    caption: `Newton's method on ${newtonRun.curve.label}; the last column is the distance from ${significant(targetOf(newtonRun).x, 5)}`,
    columns: ["t", "x", "f(x)", "f′(x)", "f″(x)", "distance"],
    rows: newtonRun.stands.map(({ x, f, slope, bend }, t) => [
      String(t),
      significant(x, 6),
      Number.isFinite(f) ? significant(f, 5) : "–",
      significant(slope, 4),
      significant(bend, 4),
      significant(errors[t] as number, 3),
    ]),
  };
}
