import { bowl, type Objective, rosenbrock, saddleB } from "@downhill/optim";
import {
  type Check,
  callsOf,
  type Draw,
  isFiniteList,
  type Property,
  type Subject,
  words,
} from "#src/grading/property.ts";

type Name = "ravine" | "saddle" | "valley" | "sparse" | "noisy";
interface Trial {
  readonly problem: Name;
  readonly seed: number;
  readonly budget: number;
}
type Case = readonly [trials: Trial[]];
interface Got {
  readonly ends: readonly (readonly number[])[];
  readonly asked: readonly number[];
}

const NAMES: readonly Name[] = ["ravine", "saddle", "valley", "sparse", "noisy"];
/** Chance enters through twenty streams; without chance one run says all. */
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

const { ask } = callsOf<Case, Got>("tryOptimize");
const run = (subject: Subject, problem: Name, budget: number, seeds: readonly number[]) =>
  ask(subject, [seeds.map((seed) => ({ problem, seed, budget }))]);

/** A problem with a small budget: what an answer must do everywhere. */
function draw({ random }: Draw): Case {
  const problem = NAMES[Math.floor(random() * NAMES.length)] as Name;
  const seed = 1 + Math.floor(random() * 1000);
  return [[{ problem, seed, budget: 4 + Math.floor(random() * 40) }]];
}

/** What the end is worth, averaged over the streams. */
function reaches(
  claim: string,
  problem: Name,
  budget: number,
  value: Objective["value"],
  goal: number,
  seeds: readonly number[] = [1],
): Property {
  return {
    claim,
    once: true,
    test(subject) {
      const { ends, asked } = run(subject, problem, budget, seeds);
      if (asked.some((calls) => calls > budget))
        return `it asked for ${Math.max(...asked)} gradients of ${budget}`;
      const losses = ends.map((end) => value(Float64Array.from(end)));
      const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
      return mean < goal ? undefined : `it ends at ${words(mean)}, and less than ${goal} is asked`;
    },
  };
}

export const check: Check = {
  name: "tryOptimize",
  probe: draw,
  properties: [
    {
      claim: "optimize returns a list of finite numbers as long as x0.",
      test(subject, case_) {
        const [trials] = draw(case_);
        const { ends } = ask(subject, [trials]);
        if (isFiniteList(ends[0], 2)) return undefined;
        return `on a problem of two variables it returned ${words(ends[0])}`;
      },
    },
    {
      claim: "It asks for no more gradients than the budget allows.",
      test(subject, case_) {
        const [trials] = draw(case_);
        const { asked } = ask(subject, [trials]);
        const { budget } = trials[0] as Trial;
        if ((asked[0] as number) <= budget) return undefined;
        return `with a budget of ${budget} it asked for ${asked[0]}`;
      },
    },
    reaches(
      "A ravine with curvatures 1 and 1000, turned by 30°: below 10⁻⁶ with 400 gradients.",
      "ravine",
      400,
      bowl([1, 1000], Math.PI / 6).value,
      1e-6,
    ),
    reaches(
      "A pass with a minimum of −0.25 on either side, from exactly its axis: below −0.2499 with 400 gradients.",
      "saddle",
      400,
      saddleB.value,
      -0.2499,
    ),
    reaches(
      "Rosenbrock’s valley: below 10⁻⁶ with 2000 gradients.",
      "valley",
      2000,
      rosenbrock.value,
      1e-6,
    ),
    reaches(
      "A stream of 1000 examples with one rare feature: an excess loss below 0.003 in the mean of twenty streams.",
      "sparse",
      1000,
      ([w1 = 0, w2 = 0]) => (9 * (w1 - 1) ** 2 + 0.02 * (w2 - 2) ** 2) / 2,
      0.003,
      SEEDS,
    ),
    reaches(
      "A bowl with curvatures 1 and 20 whose gradients carry noise: below 0.005 with 500 gradients, in the mean of twenty runs.",
      "noisy",
      500,
      bowl([1, 20]).value,
      0.005,
      SEEDS,
    ),
  ],
};
