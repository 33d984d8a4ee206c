import { requireBoolean, requireKnown, requireWhole, show } from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import { mulberry32, mulberry32Skip } from "../random.ts";
import type { Method, Schedule, State, Vec } from "../types.ts";
import { allFinite } from "../vec.ts";

export interface HogwildOptions {
  /** Learning rate α in [0, ∞), or a schedule that gives the rate of step k = 1, 2, … */
  readonly learningRate: number | Schedule;
  /** How many processors share the memory, a whole number, 1 or more. */
  readonly processors: number;
  /** Decides who acts when: any whole number. */
  readonly seed: number;
  /** Whether a coordinate is updated in one act that nobody can come between. Default false. */
  readonly atomic?: boolean;
}

/** What one processor is doing: reading x or writing its update, coordinate by coordinate. */
export interface HogwildProcessor {
  readonly doing: "reading" | "ready" | "loading" | "storing";
  /** The coordinate that is next. */
  readonly at: number;
  /** What it has read of x: not necessarily a point at which x ever was. */
  readonly seen: Vec;
  /** α g, while it writes. */
  readonly update: Vec;
  /** The coordinate as it was when loaded, while it stores. */
  readonly held: number;
}

/** x is the shared memory. */
export interface HogwildState extends State {
  readonly processors: readonly HogwildProcessor[];
  /** How many acts there were so far. */
  readonly acts: number;
}

/**
 * Hogwild: processors share one x in memory and update it without locks.
 *
 * Each of them, over and over, reads x coordinate by coordinate, computes a gradient there, and
 * takes α gᵢ off every coordinate in which g is not 0. Between any two of these acts the others
 * may act too: what was read can be a mixture of old and new, and a coordinate that changed
 * between load and store loses that change. Sparse gradients seldom meet; then hardly anything
 * is lost, and nobody waits.
 *
 *     load     h ← xᵢ
 *     store    xᵢ ← h − α gᵢ          with `atomic`, both in one act
 *
 * The simulation picks the processor of every act at random, from the seed. One step is one
 * gradient: it lasts from the moment when a processor has read x until the next one has. One
 * processor is gradient descent.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or a seed that is no whole number.
 * Source: Niu, Recht, Ré & Wright 2011.
 */
export function hogwild(options: HogwildOptions): Method<HogwildState> {
  requireKnown("hogwild", options, ["learningRate", "processors", "seed", "atomic"]);
  const rateOf = learningRateOf("hogwild", options.learningRate);
  const count = requireWhole("hogwild", "processors", options.processors, 1);
  const atomic = requireBoolean("hogwild", "atomic", options.atomic ?? false);
  const { seed } = options;
  if (!Number.isInteger(seed))
    throw new RangeError(`hogwild: seed must be a whole number, got ${show(seed)}`);

  return {
    name: "hogwild",
    order: 1,
    init: (_oracle, x0) => ({
      k: 0,
      x: Float64Array.from(x0),
      acts: 0,
      processors: Array.from({ length: count }, () => reading(x0.length)),
    }),
    step(oracle, state) {
      const k = state.k + 1;
      const stepLength = rateOf(k);
      const x = Float64Array.from(state.x);
      const processors = state.processors.map(copyOf);
      const rng = mulberry32(mulberry32Skip(seed, state.acts));
      let acts = state.acts;
      const actUntilReady = (): Busy => {
        for (;;) {
          acts++;
          const processor = processors[Math.floor(count * rng())]!;
          act(processor, x, atomic);
          if (processor.doing === "ready") return processor;
        }
      };

      const ready = processors.find(({ doing }) => doing === "ready") ?? actUntilReady();
      const g = oracle.g(ready.seen);
      if (!allFinite(g)) return { ...state, diverged: "the gradient" };
      ready.update = g.map((gi) => stepLength * gi);
      goOnWriting(ready, 0);
      actUntilReady();
      return { k, x, stepLength, processors, acts };
    },
  };
}

type Busy = { -readonly [K in keyof HogwildProcessor]: HogwildProcessor[K] };

/** The next act of a processor, on its own state and on the shared memory. */
function act(processor: Busy, x: Vec, atomic: boolean): void {
  const { doing, at, seen, update } = processor;
  if (doing === "reading") {
    seen[at] = x[at]!;
    processor.at = at + 1;
    if (processor.at === x.length) processor.doing = "ready";
  } else if (doing === "loading" && !atomic) {
    processor.held = x[at]!;
    processor.doing = "storing";
  } else {
    x[at] = (atomic ? x[at]! : processor.held) - update[at]!;
    goOnWriting(processor, at + 1);
  }
}

/** Turns to the first coordinate from `from` on that its update changes; to reading if none is left. */
function goOnWriting(processor: Busy, from: number): void {
  const { update } = processor;
  let at = from;
  while (at < update.length && update[at] === 0) at++;
  if (at < update.length) Object.assign(processor, { doing: "loading", at });
  else Object.assign(processor, reading(update.length));
}

/** A processor that starts to read. */
function reading(n: number): HogwildProcessor {
  return {
    doing: "reading",
    at: 0,
    seen: new Float64Array(n),
    update: new Float64Array(n),
    held: 0,
  };
}

function copyOf(processor: HogwildProcessor): Busy {
  const { seen, update } = processor;
  return { ...processor, seen: Float64Array.from(seen), update: Float64Array.from(update) };
}
