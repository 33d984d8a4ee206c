import type { Vec } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { Crew, Hand } from "./crew.ts";
import type { DigitsNetwork } from "./network.ts";
import type { Digits } from "./packed.ts";
import { planOf } from "./plan.ts";
import { type Ending, endingAt } from "./simulate.ts";
import { MODES, type Mode, REPEATS, type WorkersState } from "./state.ts";
import { type GradientWorker, train } from "./train.ts";

/** One training by real workers. */
export interface Measured extends Ending {
  readonly seconds: number;
  readonly imagesPerSecond: number;
  readonly delays: readonly number[];
}

/** What is being done, and the result of what was done last. */
export interface Progress {
  readonly doing: string;
  readonly done?: Measured;
  readonly simulated?: Ending;
}

/** The time in milliseconds, and a moment in which the page can draw what it was told. */
export interface Clock {
  readonly now: () => number;
  readonly rest: () => Promise<void>;
}

/** Gradients that every worker computes before the clock first runs, so that its code is compiled. */
const WARM_UP = 40;

/**
 * Trains by every number of workers in both modes, three times over, and says after each training
 * what came out. The clock runs while a training runs, and neither while its loss is computed nor
 * while the page is drawn.
 */
export async function* measure(
  crew: Crew,
  digits: Digits,
  network: DigitsNetwork,
  state: WorkersState,
  counts: readonly number[],
  { now, rest }: Clock,
): AsyncGenerator<Progress> {
  const { hands } = crew;
  yield { doing: say("the workers get the images") };
  await Promise.all(hands.map((hand) => hand.ask({ ask: "learn", digits })));
  const workers = hands.map(gradientWorker);
  yield { doing: say("the workers warm up") };
  const { rows } = planOf(network, state, "asynchronous", 1);
  for (let k = 1; k <= WARM_UP; k++)
    await Promise.all(workers.map((worker, w) => worker.gradient(network.start, rows(k, w))));
  for (let repeat = 1; repeat <= REPEATS; repeat++)
    for (const count of counts)
      for (const mode of MODES) {
        yield {
          doing: say("{workers}, {mode}, training {training} of {trainings}", {
            workers: workersText(count),
            mode,
            training: repeat,
            trainings: REPEATS,
          }),
        };
        yield { doing: say("the loss is computed"), done: await timed(mode, count) };
      }

  async function timed(mode: Mode, count: number): Promise<Measured> {
    const plan = planOf(network, state, mode, count);
    await rest();
    const from = now();
    const { x, delays } = await train(plan, workers, network.start);
    const seconds = (now() - from) / 1000;
    return {
      ...endingAt(network, mode, count, x),
      seconds,
      imagesPerSecond: plan.images / seconds,
      delays,
    };
  }
}

/** The simulations of the same trainings that are not known yet, computed by the first worker. */
export async function* simulate(
  crew: Crew,
  state: WorkersState,
  counts: readonly number[],
  known: readonly Ending[],
): AsyncGenerator<Progress> {
  for (const workers of counts)
    for (const mode of MODES) {
      if (known.some((one) => one.workers === workers && one.mode === mode)) continue;
      yield {
        doing: say("simulation of {workers}, {mode}", {
          workers: workersText(workers),
          mode,
        }),
      };
      const answer = await (crew.hands[0] as Hand).ask({ ask: "simulate", state, mode, workers });
      if (answer.say === "ending") yield { doing: "simulation", simulated: answer.ending };
    }
}

const workersText = (count: number) => (count === 1 ? say("1 worker") : `${count} workers`);

function gradientWorker(hand: Hand): GradientWorker {
  return {
    async gradient(x: Vec, rows: readonly number[]): Promise<Vec> {
      const answer = await hand.ask({ ask: "gradient", x, rows });
      if (answer.say !== "gradient") throw new Error("a worker answered another question");
      return answer.g;
    },
  };
}
