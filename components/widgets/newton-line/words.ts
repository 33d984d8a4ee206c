import { say, sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { errorsOf, type NewtonRun, type Stand, targetOf } from "./model.ts";

/** What comes of a run, in a few words. */
export function ending({ stands, end }: NewtonRun): string {
  const count = sayCount({ one: "{count} step", other: "{count} steps" }, stands.length - 1);
  switch (end.kind) {
    case "rest":
      return say("ends at the {kind} {x} after {steps}", {
        kind: end.rest.kind,
        x: significant(end.rest.x, 5),
        steps: count,
      });
    case "diverged":
      return say("diverged at step {step}", { step: end.at });
    case "outside":
      return say("has left the domain of f at step {step}", { step: end.at });
    case "cycle":
      return say("jumps between two points for ever");
    case "unsettled":
      return say("has not settled after {steps}", { steps: count });
  }
}

/** The state of the figure in a few sentences. */
export function newtonLineSummary(newtonRun: NewtonRun, t: number): string {
  const { curve, stands } = newtonRun;
  const start = stands[0] as Stand;
  const { x, slope, bend } = stands[t] as Stand;
  const story = say("On {function} from {x} Newton’s method {ending}.", {
    function: curve.label,
    x: significant(start.x),
    ending: ending(newtonRun),
  });
  return say(
    "{run} At step {t} it is at {x}, with the slope {slope} and the second derivative {second}.",
    {
      run: story,
      t,
      x: significant(x, 5),
      slope: significant(slope, 3),
      second: significant(bend, 3),
    },
  );
}

/** Every step with its derivatives and its distance from the end. */
export function newtonLineTable(newtonRun: NewtonRun): TableData {
  const errors = errorsOf(newtonRun);
  return {
    caption: say("Newton’s method on {function}; the last column is the distance from {x}", {
      function: newtonRun.curve.label,
      x: significant(targetOf(newtonRun).x, 5),
    }),
    columns: ["t", "x", "f(x)", "f′(x)", "f″(x)", say("distance")],
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
