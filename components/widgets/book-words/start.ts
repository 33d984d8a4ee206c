import type { ChapterText } from "#src/course/sentences.ts";
import { say } from "#src/language/say.ts";
import { type Answer, answerTo } from "./answer.ts";
import { type WordData, wordData } from "./data.ts";
import { labMethods, type MethodId, methodOf } from "./methods.ts";
import { atOnce, type Curves, readThrough } from "./run.ts";
import type { WordTrack } from "./track.ts";
import { bestRates, type Rates } from "./tuning.ts";

/** What the page holds of the figure before the sentences are loaded: numbers of real runs. */
export interface LabStart {
  readonly chapters: readonly Pick<ChapterText, "number" | "short">[];
  readonly train: number;
  readonly held: number;
  readonly features: number;
  readonly common: readonly string[];
  readonly rare: readonly string[];
  readonly latest: string;
  /** The best rates in the grid. */
  readonly rates: Rates;
  readonly curves: Readonly<Record<MethodId, Curves>>;
  /** Of the method shown first: the rare word that comes latest and the commonest. */
  readonly tracks: Readonly<Record<string, WordTrack>>;
  readonly answer: Answer;
}

export const FIRST_METHOD: MethodId = "adagrad";
export const FIRST_SEED = 1;
export const FIRST_SENTENCE = say(
  "The ball keeps its velocity and rolls on past the lowest point.",
);

/** Reads the book, finds each method's best rate and runs them all. */
export function labStart(chapters: readonly ChapterText[]): LabStart {
  const data = wordData(chapters);
  const rates = bestRates(data);
  const runs = labMethods.map((method) => {
    const run = atOnce(readThrough(data, method, rates[method.id], FIRST_SEED));
    return [method.id, run] as const;
  });
  const first = runs.find(([id]) => id === methodOf(FIRST_METHOD).id)![1];
  return {
    ...sizesOf(data),
    rates,
    curves: Object.fromEntries(runs.map(([id, run]) => [id, curvesOf(run)])) as LabStart["curves"],
    tracks: Object.fromEntries(
      [data.latest, data.common[0]!].map((word) => [word, shortTrack(first.tracks[word]!)]),
    ),
    answer: shortAnswer(answerTo(FIRST_SENTENCE, data, first.weights.at(-1)!)),
  };
}

function sizesOf({ chapters, train, held, vocabulary, common, rare, latest }: WordData) {
  return {
    chapters: chapters.map(({ number, short }) => ({ number, short })),
    train: train.length,
    held: held.length,
    features: vocabulary.length,
    common,
    rare,
    latest,
  };
}

/** Numbers of the page are kept to four digits: more than a picture shows. */
const short = (value: number) => Number(value.toPrecision(4));

/** The curves alone. */
function curvesOf({ eta, seed, at, arrival, loss, accuracy, moved }: Curves): Curves {
  return {
    eta,
    seed,
    at,
    arrival: arrival.map(short),
    loss: loss.map(short),
    accuracy: accuracy.map(short),
    moved: { rare: short(moved.rare), common: short(moved.common) },
  };
}

function shortTrack({ steps, absent, distance, ...track }: WordTrack): WordTrack {
  return { ...track, steps: steps.map(short), absent: short(absent), distance: short(distance) };
}

function shortAnswer({ probabilities, ...answer }: Answer): Answer {
  return { ...answer, probabilities: probabilities.map(short) };
}
