import { wordsOf } from "#src/course/sentences.ts";
import { featuresOf, type WordData } from "./data.ts";
import { modelOf } from "./run.ts";

/** Which chapter a sentence comes from, as the model sees it. */
export interface Answer {
  /** Of each chapter. */
  readonly probabilities: readonly number[];
  /** The likeliest chapter, from 0. */
  readonly chapter: number;
  /** The words that speak most for it, at most three, strongest first. */
  readonly speak: readonly string[];
  readonly unknown: readonly string[];
  /** How many of its words the model knows. */
  readonly known: number;
  /** Where the sentence stands, when it is one of the book's. */
  readonly source?: { readonly chapter: number; readonly held: boolean };
}

const SPEAKING = 3;

/**
 * What the weights say of a sentence. A word speaks for a chapter by as much as its weight there
 * is above the mean of its weights.
 */
export function answerTo(text: string, data: WordData, x: ArrayLike<number>): Answer {
  const { chapters, numberOf } = data;
  const probabilities = [...modelOf(data).probabilities(x, featuresOf(text, numberOf))];
  const chapter = probabilities.indexOf(Math.max(...probabilities));
  const words = [...new Set(wordsOf(text))];
  const known = words.filter((word) => numberOf.has(word));
  const voice = (word: string) => {
    const first = numberOf.get(word)! * chapters.length;
    const own = chapters.map((_, c) => x[first + c]!);
    return own[chapter]! - own.reduce((sum, weight) => sum + weight, 0) / own.length;
  };
  const speak = known
    .map((word) => ({ word, voice: voice(word) }))
    .filter((one) => one.voice > 0)
    .toSorted((a, b) => b.voice - a.voice)
    .slice(0, SPEAKING)
    .map(({ word }) => word);
  const held = data.held.find((one) => one.text === text.trim());
  const source = held ?? data.train.find((one) => one.text === text.trim());
  return {
    probabilities,
    chapter,
    speak,
    unknown: words.filter((word) => !numberOf.has(word)),
    known: known.length,
    ...(source && { source: { chapter: source.y, held: held !== undefined } }),
  };
}
