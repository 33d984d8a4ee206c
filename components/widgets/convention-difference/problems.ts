import { bowl, type Objective, type StochasticObjective } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import {
  changingStream,
  constantStream,
  cyclicStream,
  type Gradients,
  noiseStream,
  spikeStream,
  streamObjective,
} from "../step-lengths/streams.ts";

/** What the conventions are run on. */
export interface ConventionProblem {
  readonly label: string;
  readonly objective: Objective | StochasticObjective;
  readonly start: readonly number[];
  readonly steps: number;
  /** The scale of the axis of steps. */
  readonly time: "linear" | "log";
  /** Steps that the table lists. */
  readonly marks: readonly number[];
  /** The rate is divided by ten after this step. */
  readonly cutAfter?: number;
}

/** The 2×2 bowl of the chapters on momentum. */
const ravine = { objective: bowl([1, 25]), start: [-4, 1], time: "linear" } as const;
const hundred = [1, 2, 3, 5, 10, 20, 30, 50, 70, 100];
const thousand = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

const stream = (label: string, steps: number, gradients: Gradients): ConventionProblem => ({
  label,
  objective: streamObjective(1, gradients),
  start: [0],
  steps,
  time: steps > 100 ? "log" : "linear",
  marks: steps > 100 ? thousand.filter((t) => t <= steps) : hundred,
});

/** Gradients that mean nothing, a large one and a small one: what moves is what decay moves. */
const swings: ConventionProblem = {
  label: say("swings of ±1 and ±0.01, from (1, 1)"),
  objective: streamObjective(2, (t) => (t % 2 === 1 ? [1, 0.01] : [-1, -0.01])),
  start: [1, 1],
  steps: 100,
  time: "linear",
  marks: hundred,
};

const problems: Readonly<Record<string, ConventionProblem>> = {
  ravine: { ...ravine, label: say("bowl with curvatures 1 and 25"), steps: 100, marks: hundred },
  "ravine-cut": {
    ...ravine,
    label: say("the bowl, with the rate divided by ten after step 20"),
    steps: 60,
    marks: [1, 2, 5, 10, 20, 21, 22, 25, 30, 40, 50, 60],
    cutAfter: 20,
  },
  steady: stream(say("always 1"), 100, constantStream(1)),
  "steady-long": stream(say("always 1, a thousand steps"), 1000, constantStream(1)),
  tiny: stream(say("always 10⁻⁴"), 100, constantStream(1e-4)),
  "tiny-long": stream(say("always 10⁻⁴, a thousand steps"), 1000, constantStream(1e-4)),
  smallest: stream(say("always 10⁻⁸"), 100, constantStream(1e-8)),
  "smallest-long": stream(say("always 10⁻⁸, a thousand steps"), 1000, constantStream(1e-8)),
  fall: stream(say("1 for 20 steps, then 0.01"), 100, changingStream(1, 20, 0.01)),
  spike: stream(say("1, but 100 at step 50"), 1000, spikeStream(1, 50, 100)),
  "nine-and-one": stream(
    say("nine times 0.1, then −0.9, and again"),
    100,
    cyclicStream([...new Array<number>(9).fill(0.1), -0.9]),
  ),
  swings,
  "swings-cut": {
    ...swings,
    label: say("the swings, with the rate divided by ten after step 20"),
    cutAfter: 20,
  },
  noise: stream(say("noise around 0.5"), 100, noiseStream(100, 0.5, 1, 7)),
};

/** The names of all problems. */
export const problemNames: readonly string[] = Object.keys(problems);

/**
 * The problem of that name.
 *
 * @throws Error for a name that is not in the list
 */
export function problemOf(name: string): ConventionProblem {
  const found = problems[name];
  if (found === undefined)
    throw new Error(
      `ConventionDifference: there is no problem "${name}". The problems are ${problemNames.join(", ")}; add it to problems.ts.`,
    );
  return found;
}
