import type { Comparison, ConventionFigure } from "#src/course/convention-schema.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";
import { problemOf } from "./problems.ts";

/** What the upper picture shows. */
export type Shown = ConventionFigure["show"];
export type Axis = "log" | "linear";

export interface DifferenceState {
  readonly compare: string;
  readonly problem: string;
  readonly rate: number;
  readonly show: Shown;
  readonly axis: Axis;
  readonly t: number;
}

export const rateTrack: Track = { type: "log", domain: [0.001, 1], stops: 180, digits: 3 };

/** How the state of a figure is written in the address. */
export function differenceFields(figure: ConventionFigure): Fields<DifferenceState> {
  const { comparisons, show, t } = figure;
  const [first] = comparisons as [Comparison];
  const problems = [...new Set(comparisons.flatMap((comparison) => comparison.problems))];
  const longest = Math.max(...problems.map((name) => problemOf(name).steps));
  return {
    compare: choiceField(
      first.name,
      comparisons.map(({ name }) => name),
    ),
    problem: choiceField(problems[0] as string, problems),
    rate: numberField(first.rate, ...rateTrack.domain),
    show: choiceField<Shown>(show, ["steps", "distances"]),
    axis: choiceField<Axis>("log", ["log", "linear"]),
    t: wholeField(t, 0, longest),
  };
}

/** The comparison that the state names. */
export function comparisonOf({ comparisons }: ConventionFigure, compare: string): Comparison {
  return (comparisons.find(({ name }) => name === compare) ?? comparisons[0]) as Comparison;
}

/** The name of the problem that it is run on: a link may name one that belongs to another comparison. */
export function problemNameOf({ problems }: Comparison, problem: string): string {
  return problems.includes(problem) ? problem : (problems[0] as string);
}

/** What choosing a comparison sets: it brings the problem and the rate on which it is seen. */
export function chosen({ name, problems, rate }: Comparison): Partial<DifferenceState> {
  return { compare: name, problem: problems[0] as string, rate };
}
