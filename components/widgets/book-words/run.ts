import { orderOf, type WordData } from "./data.ts";
import type { LabMethod } from "./methods.ts";
import { type WordModel, wordModel } from "./softmax.ts";
import { Tracker, type WordTrack } from "./track.ts";

/** How one method did, at every so many sentences. */
export interface Curves {
  readonly eta: number;
  readonly seed: number;
  /** Sentences read: 0, then every so many, and all. */
  readonly at: readonly number[];
  /** Mean loss of the sentences so far, each taken before it was learned from; log of the classes at 0. */
  readonly arrival: readonly number[];
  /** Mean loss of the sentences held out. */
  readonly loss: readonly number[];
  /** Of the sentences held out, the share put into the right chapter. */
  readonly accuracy: readonly number[];
  /** Median distance of a word's weights from 0 at the end, of words seen twice to four times and of those seen a hundred times or more. */
  readonly moved: { readonly rare: number; readonly common: number };
}

/** A run with what a reader may ask of it: what became of some words, and the weights on the way. */
export interface FullRun extends Curves {
  readonly tracks: Readonly<Record<string, WordTrack>>;
  /** The weights at each entry of `at`. */
  readonly weights: readonly Float32Array[];
}

/** Between two looks at the sentences held out. */
export const EVERY = 30;
/** So many sentences are read before the page may do something else. */
const SLICE = 60;

export const modelOf = ({ vocabulary, chapters }: WordData): WordModel =>
  wordModel(vocabulary.length + 1, chapters.length);

/**
 * One pass over the sentences in a random order, from weights of zero, a step of the method for
 * each. Yields now and then, so that a page can stay awake.
 */
export function* readThrough(
  data: WordData,
  method: LabMethod,
  eta: number,
  seed: number,
): Generator<void, FullRun> {
  const model = modelOf(data);
  const worker = method.start(new Float64Array(model.dim), eta);
  const tracker = new Tracker([...data.common, ...data.rare], data, model.classes);
  const at = [0];
  const arrival = [Math.log(model.classes)];
  const judged = [judge(data, model, worker.x)];
  const weights = [Float32Array.from(worker.x)];
  let sum = 0;
  let k = 0;
  for (const row of orderOf(data.train.length, seed)) {
    const example = data.train[row]!;
    sum += model.loss(worker.x, example);
    k++;
    advance(worker, model, example, k);
    tracker.see(worker.x, example.features, k);
    if (k % EVERY === 0 || k === data.train.length) {
      at.push(k);
      arrival.push(sum / k);
      judged.push(judge(data, model, worker.x));
      weights.push(Float32Array.from(worker.x));
    }
    if (k % SLICE === 0) yield;
  }
  return {
    eta,
    seed,
    at,
    arrival,
    loss: judged.map(({ loss }) => loss),
    accuracy: judged.map(({ accuracy }) => accuracy),
    moved: {
      rare: medianDistance(data, worker.x, model.classes, 2, 4),
      common: medianDistance(data, worker.x, model.classes, 100, Number.POSITIVE_INFINITY),
    },
    tracks: tracker.tracks(),
    weights,
  };
}

/** The mean loss of the sentences of one pass, each before it is learned from. */
export function arrivalLoss(data: WordData, method: LabMethod, eta: number, seed: number): number {
  const model = modelOf(data);
  const worker = method.start(new Float64Array(model.dim), eta);
  let sum = 0;
  orderOf(data.train.length, seed).forEach((row, k) => {
    const example = data.train[row]!;
    sum += model.loss(worker.x, example);
    advance(worker, model, example, k + 1);
  });
  return sum / data.train.length;
}

/** Runs a generator to its end at once. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function advance(
  worker: ReturnType<LabMethod["start"]>,
  model: WordModel,
  example: WordData["train"][number],
  k: number,
): void {
  // No entry of the gradient is larger than 1, so that no rate of the figure leads out of the numbers.
  const ending = worker.advance(model.objective(example), k);
  if (ending !== undefined) throw new Error(`sentence ${k}: the step could not be taken`);
}

function judge({ held }: WordData, model: WordModel, x: Float64Array) {
  let loss = 0;
  let right = 0;
  for (const { features, y } of held) {
    const p = model.probabilities(x, features);
    loss -= Math.log(Math.max(p[y]!, Number.MIN_VALUE));
    if (p.indexOf(Math.max(...p)) === y) right++;
  }
  return { loss: loss / held.length, accuracy: right / held.length };
}

function medianDistance(
  { seen }: WordData,
  x: Float64Array,
  classes: number,
  least: number,
  most: number,
): number {
  const distances = seen
    .flatMap((count, j) =>
      count >= least && count <= most
        ? [Math.hypot(...x.subarray(j * classes, (j + 1) * classes))]
        : [],
    )
    .toSorted((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}
