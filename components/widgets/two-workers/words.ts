import { say } from "#src/language/say.ts";
import { fixed } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { afterRound, ROUNDS, type WorkerTrial } from "./model.ts";
import type { WorkersState } from "./state.ts";

const modes = {
  neither: say("Each worker keeps its weights and its h"),
  explore: say("Each worker changes its h at random after each round and keeps its weights"),
  exploit: say("After each round the worse worker copies the better one’s weights and keeps its h"),
  both: say(
    "After each round the worse worker copies the better one’s weights, and both change their h at random",
  ),
} as const;

/** How many times one of the workers has gone on from the other’s weights. */
export function copies(trials: readonly WorkerTrial[], round: number): number {
  return trials.filter(
    (trial) =>
      trial.round <= round &&
      trial.parent !== undefined &&
      (trials[trial.parent] as WorkerTrial).member !== trial.member,
  ).length;
}

const pair = ({ h0, h1 }: WorkerTrial["values"]) => `(${fixed(h0, 2)}, ${fixed(h1, 2)})`;

/** The state of the figure in words. */
export function workersSummary(
  { mode }: WorkersState,
  trials: readonly WorkerTrial[],
  round: number,
): string {
  const now = afterRound(trials, round).map(({ member, score, values }) =>
    say("worker {worker} has Q = {score} and h = {values}", {
      worker: member + 1,
      score: fixed(-score, 3),
      values: pair(values),
    }),
  );
  return say("{mode}. After round {round} {workers}; weights have been copied {copies} times.", {
    mode: modes[mode],
    round,
    workers: now.join(", "),
    copies: copies(trials, round),
  });
}

/** Both workers after every other round. */
export function workersTable(trials: readonly WorkerTrial[]): TableData {
  return {
    caption: say("Quality and h of both workers after each round"),
    columns: [
      say("round"),
      say("Q, worker 1"),
      say("h, worker 1"),
      say("Q, worker 2"),
      say("h, worker 2"),
    ],
    rows: Array.from({ length: ROUNDS / 2 + 1 }, (_, i) => [
      String(2 * i),
      ...afterRound(trials, 2 * i).flatMap(({ score, values }) => [fixed(-score, 4), pair(values)]),
    ]),
  };
}
