import { say } from "#src/language/say.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import { type BowlRun, standing } from "./model.ts";
import { type SceneName, scenes } from "./scenes.ts";
import type { BowlRunsState } from "./state.ts";

/** Where a run stands: its loss, or that it is gone. */
export function standingWords(run: BowlRun, t: number): string {
  const { losses, diverged } = run;
  if (diverged !== undefined && diverged <= t)
    return say("diverged at step {step}", { step: diverged });
  return significant(losses[Math.min(t, losses.length - 1)] as number, 3);
}

/** The state of the figure in a few sentences. */
export function bowlRunsSummary(
  name: SceneName,
  { c, angle, eta, beta2 }: BowlRunsState,
  runs: readonly BowlRun[],
  t: number,
): string {
  const { knobs } = scenes[name];
  const set = [
    `η = ${significant(eta)}`,
    ...(knobs.includes("beta2") ? [`β₂ = ${significant(beta2)}`] : []),
    ...(knobs.includes("c") ? [say("the loss times {factor}", { factor: significant(c) })] : []),
    ...(knobs.includes("angle")
      ? [say("the axes turned by {angle}°", { angle: fixed(angle, 0) })]
      : []),
  ];
  const places = runs.map((run) => {
    const { x, y } = standing(run, t);
    const gone = run.diverged !== undefined && run.diverged <= t;
    const words = standingWords(run, t);
    return gone
      ? `${methodWords(run.name)}: ${words}`
      : say("{method} is at {point}, loss {loss}", {
          method: methodWords(run.name),
          point: pair(x, y, 3),
          loss: words,
        });
  });
  return say("With {settings}. At step {t}: {positions}.", {
    settings: set.join(", "),
    t,
    positions: places.join("; "),
  });
}

/** The losses, step by step. */
export function bowlRunsTable(name: SceneName, runs: readonly BowlRun[]): TableData {
  const { title, steps, knobs } = scenes[name];
  const ended = runs.some(({ losses }) => losses.length <= steps);
  const factor = knobs.includes("c") ? say(", without the factor c") : "";
  const dash = ended ? say("; – when the run has ended") : "";
  return {
    caption: say("{title}: loss after t steps{factor}{note}", { title, factor, note: dash }),
    columns: ["t", ...runs.map((run) => methodWords(run.name))],
    rows: thinned(steps + 1).map((t) => [
      String(t),
      ...runs.map(({ losses }) => (losses[t] === undefined ? "–" : significant(losses[t], 3))),
    ]),
  };
}
