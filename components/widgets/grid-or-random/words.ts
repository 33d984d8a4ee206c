import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { SEARCHES, type Search } from "./model.ts";
import type { SearchState } from "./state.ts";

type Record_ = { readonly wins: number; readonly mean: number };

/** The state of the figure in words. */
export function searchSummary(
  { weight }: SearchState,
  grid: Search,
  random: Search,
  { wins, mean }: Record_,
): string {
  const matter =
    weight === 0
      ? say("Only x matters.")
      : sayCount(
          { one: "x and y matter alike.", other: "y matters {weight} times as much as x." },
          weight,
          { weight: significant(weight, 2) },
        );
  return say(
    "{setting} The grid’s nearest trial misses the best place by {gridMiss}, this random search’s by {randomMiss}. Of {searches} random searches {better} come nearer than the grid; they miss by {meanMiss} on average.",
    {
      setting: matter,
      gridMiss: fixed(grid.best.score, 4),
      randomMiss: fixed(random.best.score, 4),
      searches: SEARCHES,
      better: wins,
      meanMiss: fixed(mean, 4),
    },
  );
}

/** All trials of both searches. */
export function searchTable(grid: Search, random: Search): TableData {
  const place = ({ trials }: Search, i: number) => {
    const trial = trials[i] as Search["best"];
    return [fixed(trial.values.x, 3), fixed(trial.values.y, 3), fixed(trial.score, 4)];
  };
  return {
    caption: say("The trials, and how far each is from the best place"),
    columns: [
      say("trial"),
      say("grid: x"),
      say("grid: y"),
      say("grid: miss"),
      say("random: x"),
      say("random: y"),
      say("random: miss"),
    ],
    rows: grid.trials.map((_, i) => [String(i + 1), ...place(grid, i), ...place(random, i)]),
  };
}
