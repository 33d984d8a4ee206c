import {
  bowl,
  type Card,
  type Objective,
  type Outcome,
  type Problem,
  rosenbrock,
  run,
} from "@downhill/optim";
import { say, sayCount } from "#src/language/say.ts";
import type { Window } from "#src/plotting/clip.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import { problem as residualValley } from "./residual-valley.ts";
import residualValleySource from "./residual-valley.ts?raw";

/** A function of two variables on which methods are shown, and how it is drawn. */
export interface Stage {
  readonly problem: Objective & Pick<Problem, "title" | "start" | "criticalPoints">;
  /** The export that it is, or that makes it. */
  readonly name: string;
  /** The problem as code. */
  readonly code: string;
  /** The module that declares it, where it is none of the package. */
  readonly source?: string;
  /** In TeX. */
  readonly formula: string;
  readonly window: Window;
  readonly levels: readonly number[];
  /** How many steps are run at most. */
  readonly steps: number;
}

/** A ravine: what steps along the gradient find hard. */
const ravine: Stage = {
  problem: bowl([1, 25]),
  name: "bowl",
  code: "bowl([1, 25])",
  formula: "f(x)=\\tfrac12(x_1^2+25x_2^2)",
  window: { x: [-4.6, 4.6], y: [-2, 2] },
  levels: [0.5, 2, 4.5, 8, 12.5, 18, 24.5, 32, 40.5, 50],
  steps: 100,
};

/** A bent valley: what remains hard with curvature, or where no gradient is asked for. */
const valley: Stage = {
  problem: rosenbrock,
  name: "rosenbrock",
  code: "rosenbrock",
  formula: "f(x)=(1-x_1)^2+100(x_2-x_1^2)^2",
  window: { x: [-1.9, 1.9], y: [-0.55, 1.65] },
  levels: [0.3, 1, 3, 8, 20, 50, 110, 220, 400, 700],
  steps: 200,
};

/** The valley as a sum of squares: for methods that ask for JᵀJ in place of a Hessian. */
const squares: Stage = {
  problem: {
    ...residualValley,
    title: rosenbrock.title,
    start: rosenbrock.start,
    criticalPoints: rosenbrock.criticalPoints,
  },
  name: "gaussNewtonModel",
  code: "problem",
  source: residualValleySource,
  formula: "f(x)=\\tfrac12(1-x_1)^2+50(x_2-x_1^2)^2",
  window: { x: [-4.6, 4.6], y: [-4.4, 1.8] },
  levels: [1, 10, 40, 120, 300, 700, 1500, 3000, 6000, 12000],
  steps: 200,
};

/** The cards of methods for least squares. */
const FOR_SQUARES: readonly string[] = ["gauss-newton", "levenberg-marquardt"];

/** A real run of a method at the values of its card. */
export interface MethodRun {
  readonly stage: Stage;
  readonly points: readonly Point[];
  /** f at each point. */
  readonly values: readonly number[];
  readonly outcome: Outcome;
}

/** Small enough to call the minimum, whose value is 0 on both stages. */
export const GOAL = 1e-10;

/**
 * Runs the method of a card at the card's values, on the stage that suits it. One that comes
 * to a halt in the bent valley is made for quadratics, and is shown on one.
 */
export function methodRun(card: Card): MethodRun {
  if (FOR_SQUARES.includes(card.id)) return runOn(squares, card);
  if (card.family !== "curvature" && card.family !== "derivative-free") return runOn(ravine, card);
  const bent = runOn(valley, card);
  const halts = bent.outcome.kind === "stalled" || bent.outcome.kind === "diverged";
  return halts ? runOn(ravine, card) : bent;
}

function runOn(stage: Stage, card: Card): MethodRun {
  const { problem, steps } = stage;
  const trace = run(card.make(), problem, problem.start, { steps, until: ({ f }) => f <= GOAL });
  return {
    stage,
    points: tracePoints(trace),
    values: trace.frames.map(({ f }) => f),
    outcome: trace.outcome,
  };
}

/** How the run ends, in one sentence. */
export function runWords({ values, outcome }: MethodRun): string {
  const first = significant(values[0] ?? Number.NaN, 3);
  const last = values.at(-1) ?? Number.NaN;
  const steps = sayCount({ one: "{count} step", other: "{count} steps" }, values.length - 1);
  if (outcome.kind === "diverged")
    return say("It leaves the range of numbers at step {step}.", { step: outcome.step });
  if (last <= GOAL) return say("After {steps} f is below 10⁻¹⁰.", { steps });
  const change = say("f goes from {first} to {last}", { first, last: significant(last, 2) });
  return outcome.kind === "stalled"
    ? say("In {steps} {change}; then no further step is possible.", { steps, change })
    : say("In {steps} {change}.", { steps, change });
}

/** "(−4, 1)": where the run starts. */
export function startWords({ points: [start] }: MethodRun): string {
  const short = (value: number) => fixed(value, Number.isInteger(value) ? 0 : 1);
  return start === undefined ? "" : `(${short(start.x)},\u00a0${short(start.y)})`;
}
