import type { WordData } from "./data.ts";

/** What became of the weights of one word. */
export interface WordTrack {
  readonly word: string;
  /** In how many sentences it stood. */
  readonly seen: number;
  /** After which sentence, of at most so many of those, evenly spread. */
  readonly at: readonly number[];
  /** How far its weights moved with each of them. */
  readonly steps: readonly number[];
  /** Of all the way that its weights made, the share made with sentences in which it did not stand. */
  readonly absent: number;
  /** How far its weights are from 0 at the end. */
  readonly distance: number;
}

/** Of a common word so many sights are kept. */
const KEPT = 120;

interface Watched {
  readonly word: string;
  readonly j: number;
  readonly before: Float64Array;
  readonly at: number[];
  readonly steps: number[];
  present: number;
  absent: number;
}

/** Follows the weights of some words through a run. */
export class Tracker {
  readonly #watched: readonly Watched[];
  readonly #classes: number;

  constructor(words: readonly string[], { numberOf }: WordData, classes: number) {
    this.#classes = classes;
    this.#watched = words.map((word) => ({
      word,
      j: numberOf.get(word)!,
      before: new Float64Array(classes),
      at: [],
      steps: [],
      present: 0,
      absent: 0,
    }));
  }

  /** The weights after sentence k, which has these features. */
  see(x: Float64Array, features: readonly number[], k: number): void {
    for (const one of this.#watched) {
      const now = x.subarray(one.j * this.#classes, (one.j + 1) * this.#classes);
      let squares = 0;
      for (let c = 0; c < now.length; c++) squares += (now[c]! - one.before[c]!) ** 2;
      const step = Math.sqrt(squares);
      if (features.includes(one.j)) {
        one.at.push(k);
        one.steps.push(step);
        one.present += step;
      } else one.absent += step;
      one.before.set(now);
    }
  }

  tracks(): Readonly<Record<string, WordTrack>> {
    return Object.fromEntries(
      this.#watched.map(({ word, at, steps, present, absent, before }) => {
        const kept = spread(at.length);
        const track: WordTrack = {
          word,
          seen: at.length,
          at: kept.map((i) => at[i]!),
          steps: kept.map((i) => steps[i]!),
          absent: absent / (present + absent),
          distance: Math.hypot(...before),
        };
        return [word, track];
      }),
    );
  }
}

function spread(length: number): readonly number[] {
  if (length <= KEPT) return Array.from({ length }, (_, i) => i);
  return Array.from({ length: KEPT }, (_, i) => Math.round((i * (length - 1)) / (KEPT - 1)));
}

/**
 * How many times farther a word moved at its first sight than another did then: than the median of
 * the other's nine steps next to it in time.
 */
export function firstSightRatio(word: WordTrack, other: WordTrack): number {
  const at = word.at[0]!;
  const near = other.at
    .map((k, i) => ({ away: Math.abs(k - at), step: other.steps[i]! }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, NEAR)
    .map(({ step }) => step)
    .toSorted((a, b) => a - b);
  return word.steps[0]! / near[Math.floor(near.length / 2)]!;
}

const NEAR = 9;
