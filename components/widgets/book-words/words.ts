import { sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { Answer } from "./answer.ts";
import { labMethods, type MethodId, methodOf } from "./methods.ts";
import type { Curves } from "./run.ts";
import type { LabStart } from "./start.ts";
import { firstSightRatio, type WordTrack } from "./track.ts";

type AllCurves = Readonly<Record<MethodId, Curves>>;

export const percent = (share: number, decimals = 0) => `${fixed(100 * share, decimals)}\u00a0%`;

/** From which sentence on a curve stays below another; undefined when it ends above. */
export function belowFrom(one: readonly number[], other: readonly number[], at: readonly number[]) {
  const last = one.findLastIndex((value, i) => value >= other[i]!);
  return at[last + 1];
}

/** How the chosen method stands after t sentences, and what became of the word. */
export function runSummary(
  curves: AllCurves,
  chosen: MethodId,
  t: number,
  { train, held }: LabStart,
  word: WordTrack | undefined,
  common: WordTrack | undefined,
): string {
  const own = curves[chosen];
  const i = own.at.findLastIndex((k) => k <= t);
  const { label } = methodOf(chosen);
  const lead = belowFrom(own.arrival, curves.sgd.arrival, own.at);
  const against =
    chosen === "sgd"
      ? ""
      : lead === undefined
        ? " Over the whole pass it does no better on arrival than SGD."
        : ` On arrival it is below SGD for good from sentence ${lead} on.`;
  const run = `${label}, η = ${significant(own.eta)}: after ${own.at[i]} of ${train} sentences the loss on arrival is ${fixed(own.arrival[i]!, 3)}, and of ${held} sentences held out ${percent(own.accuracy[i]!)} are put into the right chapter (loss ${fixed(own.loss[i]!, 3)}).${against}`;
  return word === undefined || common === undefined ? run : `${run} ${sightText(word, common)}`;
}

function sightText(word: WordTrack, common: WordTrack): string {
  const away =
    word.absent >= 0.005 ? `, ${percent(word.absent)} of that way in sentences without it` : "";
  const whole = `“${word.word}” stands in ${sayCount({ one: "{count} sentence", other: "{count} sentences" }, word.seen)}, first in number ${word.at[0]}; its weights end ${significant(word.distance, 2)} from zero${away}.`;
  if (word.word === common.word) return whole;
  const ratio = significant(firstSightRatio(word, common), 2);
  const far = ratio === "1" ? "as far" : `${ratio} times as far`;
  return `${whole} At its first sight they moved ${significant(word.steps[0]!, 2)}, ${far} as those of “${common.word}” at that time.`;
}

/** The chapter that a sentence is put into, in a few words. */
export function answerShort(
  { chapter, probabilities, known }: Answer,
  { chapters }: LabStart,
): string {
  if (known === 0) return "The sentence has no word that the model knows.";
  return `The sentence is put into chapter ${chapters[chapter]!.number} (${percent(probabilities[chapter]!)}).`;
}

/** What the model says of a sentence, in words. */
export function answerText(answer: Answer, { chapters }: LabStart): string {
  const name = (c: number) => `${chapters[c]!.number}, ${chapters[c]!.short}`;
  const { known, unknown, speak, source } = answer;
  if (known + unknown.length === 0) return "There is no word to judge by.";
  const strangers = unknown.length === 0 ? "" : ` Not known: ${listed(unknown)}.`;
  if (known === 0) return `None of these words is known; what is left is a guess.${strangers}`;
  const says = `Chapter ${name(answer.chapter)}, says the model, with probability ${percent(answer.probabilities[answer.chapter]!)}.`;
  const voices = speak.length === 0 ? "" : ` For it speak most: ${listed(speak)}.`;
  const truth =
    source === undefined
      ? ""
      : ` It stands in chapter ${name(source.chapter)}, and was ${source.held ? "held out" : "learned from"}.`;
  return `${says}${voices}${strangers}${truth}`;
}

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}

/** All methods after the whole pass. */
export function wordsTable(curves: AllCurves): TableData {
  return {
    caption:
      "After the whole pass: loss on arrival; loss and share right of the sentences held out; median distance from zero of the weights of rare words (2 to 4 sentences) and of common ones (100 or more)",
    columns: ["method", "η", "on arrival", "held out", "right", "rare words", "common words"],
    rows: labMethods.map(({ id, label }) => {
      const { eta, arrival, loss, accuracy, moved } = curves[id];
      return [
        label,
        significant(eta),
        fixed(arrival.at(-1)!, 3),
        fixed(loss.at(-1)!, 3),
        percent(accuracy.at(-1)!, 1),
        fixed(moved.rare, 2),
        fixed(moved.common, 2),
      ];
    }),
  };
}
