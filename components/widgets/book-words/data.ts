import { mulberry32, permutation } from "@downhill/optim";
import { type ChapterText, wordsOf } from "#src/course/sentences.ts";

/** A sentence as the model sees it: which features are 1, and the chapter it comes from. */
export interface Example {
  readonly text: string;
  /** The chapter as a class, from 0. */
  readonly y: number;
  /** Numbers of the features that are 1; the last is always on and carries the bias. */
  readonly features: readonly number[];
}

/** The sentences of the book as examples to learn from and to be judged by. */
export interface WordData {
  readonly chapters: readonly ChapterText[];
  /** The words that are features, in alphabetical order; the bias comes after them. */
  readonly vocabulary: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly train: readonly Example[];
  readonly held: readonly Example[];
  /** In how many of the sentences to learn from each word stands. */
  readonly seen: readonly number[];
  /** Words worth a look: the commonest, and rare ones of one chapter each. */
  readonly common: readonly string[];
  readonly rare: readonly string[];
  /** The rare word that comes latest. */
  readonly latest: string;
}

/** One sentence in so many is held out. */
const HELD = 5;
/** A word is a feature when it stands in so many of the sentences to learn from. */
const LEAST = 2;
/** Rare words worth a look are seen so often. */
const RARE = [3, 8] as const;
const LETTERS = 5;

/** Of every five sentences of a chapter the first four are learned from, the fifth is held out. */
export function wordData(chapters: readonly ChapterText[]): WordData {
  const sentences = chapters.flatMap((chapter, y) =>
    chapter.sentences.map((text, i) => ({ text, y, held: i % HELD === HELD - 1 })),
  );
  const counts = new Map<string, number>();
  for (const { text, held } of sentences)
    if (!held)
      for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts.keys()].filter((word) => counts.get(word)! >= LEAST).sort();
  const numberOf = new Map(vocabulary.map((word, j) => [word, j]));
  const of = (held: boolean) =>
    sentences
      .filter((sentence) => sentence.held === held)
      .map(({ text, y }) => ({ text, y, features: featuresOf(text, numberOf) }));
  const train = of(false);
  const seen = vocabulary.map((word) => counts.get(word)!);
  const common = vocabulary.toSorted((a, b) => counts.get(b)! - counts.get(a)!).slice(0, 3);
  return { chapters, vocabulary, numberOf, train, held: of(true), seen, common, ...rareWords() };

  /** Of each chapter the word that only it has, a few times, and that comes latest in the first order. */
  function rareWords(): Pick<WordData, "rare" | "latest"> {
    const homes = vocabulary.map(() => new Set<number>());
    const first = vocabulary.map(() => Number.POSITIVE_INFINITY);
    orderOf(train.length, 1).forEach((row, k) => {
      const { features, y } = train[row]!;
      for (const j of features.slice(0, -1)) {
        homes[j]!.add(y);
        first[j] = Math.min(first[j]!, k);
      }
    });
    const rare = chapters.flatMap((_, y) => {
      const own = vocabulary.filter((word, j) => {
        const few = seen[j]! >= RARE[0] && seen[j]! <= RARE[1];
        return few && word.length >= LETTERS && homes[j]!.size === 1 && homes[j]!.has(y);
      });
      return own.toSorted((a, b) => firstOf(b) - firstOf(a)).slice(0, 1);
    });
    const latest = rare.toSorted((a, b) => firstOf(b) - firstOf(a))[0] ?? common[0]!;
    return { rare, latest };

    function firstOf(word: string): number {
      return first[numberOf.get(word)!]!;
    }
  }
}

/** The features of a sentence, the bias last. */
export function featuresOf(text: string, numberOf: ReadonlyMap<string, number>): readonly number[] {
  const words = [...new Set(wordsOf(text))];
  return [...words.flatMap((word) => numberOf.get(word) ?? []), numberOf.size];
}

/** The order in which the sentences come. */
export function orderOf(sentences: number, seed: number): readonly number[] {
  return permutation(sentences, mulberry32(seed));
}
