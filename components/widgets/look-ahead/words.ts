import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { Point } from "#src/plotting/scale.ts";
import type { TableData } from "../DataTable.tsx";
import type { Anatomy, LookAheadModel } from "./model.ts";
import { type LookAheadState, surfaceOf } from "./state.ts";

/** A place on the surface: one number on the line, two in the bowl; far out as a power of ten. */
export function place({ surface }: Pick<LookAheadState, "surface">, at: Point): string {
  const far = Math.max(Math.abs(at.x), Math.abs(at.y)) >= 1000;
  if (surface === "line") return far ? significant(at.x, 3) : fixed(at.x, 3);
  return far ? `(${significant(at.x, 3)}, ${significant(at.y, 3)})` : pair(at.x, at.y);
}

/** The step from step t, in words. */
export function lookAheadSummary(state: LookAheadState, model: LookAheadModel, t: number): string {
  const step = model.steps[t];
  if (step === undefined) return "";
  const at = (point: Point) => place(state, point);
  const head = say(
    "On {surface} with η = {eta} and β = {beta}, after step {t} the ball is at {point}.",
    {
      surface: surfaceOf(state).words,
      eta: significant(state.eta),
      beta: significant(state.beta),
      t,
      point: at(step.from),
    },
  );
  const ends = say("momentum ends at {point}", { point: at(step.momentum) });
  const body =
    state.version === "ahead"
      ? say(
          "Its velocity alone would carry it to {jump}. With the slope of where it stands {ending}; with the slope there Nesterov ends at {nesterov}.",
          { jump: at(step.jump), ending: ends, nesterov: at(step.nesterov) },
        )
      : say(
          "Its velocity alone would carry it to {jump}, but the wrong version looks at {look} and ends at {end}; {ending}.",
          { jump: at(step.jump), look: at(step.look), end: at(step.nesterov), ending: ends },
        );
  const gone =
    model.diverged !== undefined &&
    say("The run diverged at step {step}.", { step: model.diverged });
  return sentences(head, body, gone);
}

/** Every step of the run taken apart. */
export function lookAheadTable(state: LookAheadState, { steps }: LookAheadModel): TableData {
  const at = (point: Point) => place(state, point);
  return {
    caption: say("Steps of Nesterov’s method, and where momentum would land from the same place"),
    columns: [
      "t",
      say("ball"),
      say("velocity"),
      say("looks at"),
      say("slope there"),
      say("lands at"),
      say("momentum lands at"),
    ],
    rows: steps
      .slice(0, 13)
      .map((step: Anatomy, t) => [
        String(t),
        at(step.from),
        at(step.velocity),
        at(step.look),
        at(step.slopeThere),
        at(step.nesterov),
        at(step.momentum),
      ]),
  };
}
