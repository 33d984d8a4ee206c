import { readFileSync } from "node:fs";
import { createOracle, type Method, type State, type Vec } from "@downhill/optim";
import { type FixtureProblem, fixtureProblem } from "./fixture-problems.ts";

/** Hyper-parameters of a case, under the names of the fixture. */
export type Hyperparameters = Readonly<Record<string, number | boolean | string>>;

/** One trajectory of a fixture file. */
export interface FixtureCase {
  readonly id: string;
  readonly problem: string;
  readonly hyperparameters: Hyperparameters;
  readonly start: readonly number[];
  readonly rtol: number;
  readonly trajectory: {
    readonly step: readonly number[];
    readonly loss: readonly Entry[] | null;
    readonly [column: string]: readonly (Entry | readonly Entry[])[] | null;
  };
}

/** JSON has no NaN: numbers that are not finite are written as words. */
type Entry = number | string;

/** How our method produces what a fixture lists. */
export interface Subject {
  make(hyperparameters: Hyperparameters): Method<State>;
  /** Columns beside x and loss, from our state. */
  readonly columns?: Readonly<
    Record<string, (state: State, hyperparameters: Hyperparameters) => Vec>
  >;
}

/** The cases of tests/fixtures/<file>.json. */
export function readCases(file: string): readonly FixtureCase[] {
  const path = new URL(`../fixtures/${file}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")).cases;
}

/**
 * Runs one case and returns what deviates, in words: empty when the case passes.
 *
 * The rule of the fixtures: row k passes if |x_ki − ref_ki| ≤ rtol · max over stored rows j ≤ k
 * of |ref_ji|, for each coordinate, and the same for the loss and for other columns. What is
 * not finite must match exactly.
 */
export function deviations(subject: Subject, fixture: FixtureCase): readonly string[] {
  const problem = fixtureProblem(fixture.problem);
  const states = statesAt(subject.make(fixture.hyperparameters), problem, fixture);
  const found: string[] = [];
  const compare = (column: string, ours: (state: State) => ArrayLike<number>): void => {
    const rows = fixture.trajectory[column];
    if (rows === null || rows === undefined)
      throw new Error(`${fixture.id}: the fixture has no column "${column}"`);
    const largest: number[] = [];
    rows.forEach((row, r) => {
      const values = ours(states[r]!);
      const expected = (Array.isArray(row) ? row : [row]).map(Number);
      if (values.length !== expected.length) found.push(`${column}: wrong length`);
      expected.forEach((reference, i) => {
        if (Number.isFinite(reference)) largest[i] = Math.max(largest[i] ?? 0, Math.abs(reference));
        const value = values[i]!;
        const passes = Number.isFinite(reference)
          ? Math.abs(value - reference) <= fixture.rtol * largest[i]!
          : Object.is(value, reference);
        if (!passes)
          found.push(
            `${column}[${i}] at step ${fixture.trajectory.step[r]}: ${value}, expected ${reference}`,
          );
      });
    });
  };

  compare("x", (state) => state.x);
  if (problem.hasLoss) compare("loss", ({ k, x }) => [problem.at(k).value(x)]);
  for (const column of Object.keys(fixture.trajectory)) {
    if (["step", "loss", "x"].includes(column)) continue;
    const extra = subject.columns?.[column];
    if (extra === undefined) throw new Error(`${fixture.id}: nothing to compare "${column}" with`);
    compare(column, (state) => extra(state, fixture.hyperparameters));
  }
  return found;
}

/** Our states at the stored steps, by the pure `step`: no driver that would stop at Infinity. */
function statesAt(
  method: Method<State>,
  problem: FixtureProblem,
  { start, trajectory }: FixtureCase,
): readonly State[] {
  const wanted = new Set(trajectory.step);
  const last = Math.max(...trajectory.step);
  const states: State[] = [];
  let state = method.init(createOracle(problem.at(1)), Float64Array.from(start));
  for (;;) {
    if (wanted.has(state.k)) states.push(state);
    if (state.k >= last) return states;
    state = method.step(createOracle(problem.at(state.k + 1)), state);
  }
}
