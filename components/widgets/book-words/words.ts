import { say, sayCount } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
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
      ? undefined
      : lead === undefined
        ? say("Over the whole pass it does no better on arrival than SGD.")
        : say("On arrival it is below SGD for good from sentence {sentence} on.", {
            sentence: lead,
          });
  const run = say(
    "{method}, η = {eta}: after {read} of {sentences} sentences the loss on arrival is {arrivalLoss}, and of {heldOut} sentences held out {share} are put into the right chapter (loss {heldOutLoss}).",
    {
      method: label,
      eta: significant(own.eta),
      read: own.at[i],
      sentences: train,
      arrivalLoss: fixed(own.arrival[i]!, 3),
      heldOut: held,
      share: percent(own.accuracy[i]!),
      heldOutLoss: fixed(own.loss[i]!, 3),
    },
  );
  return sentences(run, against, word && common && sightText(word, common));
}

function sightText(word: WordTrack, common: WordTrack): string {
  const away =
    word.absent >= 0.005
      ? say(", {share} of that way in sentences without it", { share: percent(word.absent) })
      : "";
  const whole = say(
    "“{word}” stands in {sentences}, first in number {first}; its weights end {distance} from zero{absent}.",
    {
      word: word.word,
      sentences: sayCount({ one: "{count} sentence", other: "{count} sentences" }, word.seen),
      first: word.at[0],
      distance: significant(word.distance, 2),
      absent: away,
    },
  );
  if (word.word === common.word) return whole;
  const ratio = significant(firstSightRatio(word, common), 2);
  const far = ratio === "1" ? say("as far") : say("{ratio} times as far", { ratio });
  return sentences(
    whole,
    say(
      "At its first sight they moved {length}, {comparison} as those of “{other}” at that time.",
      {
        length: significant(word.steps[0]!, 2),
        comparison: far,
        other: common.word,
      },
    ),
  );
}

/** The chapter that a sentence is put into, in a few words. */
export function answerShort(
  { chapter, probabilities, known }: Answer,
  { chapters }: LabStart,
): string {
  if (known === 0) return say("The sentence has no word that the model knows.");
  return say("The sentence is put into chapter {chapter} ({probability}).", {
    chapter: chapters[chapter]!.number,
    probability: percent(probabilities[chapter]!),
  });
}

/** What the model says of a sentence, in words. */
export function answerText(answer: Answer, { chapters }: LabStart): string {
  const name = (c: number) => `${chapters[c]!.number}, ${chapters[c]!.short}`;
  const { known, unknown, speak, source } = answer;
  if (known + unknown.length === 0) return say("There is no word to judge by.");
  const strangers = unknown.length > 0 && say("Not known: {words}.", { words: listed(unknown) });
  if (known === 0)
    return sentences(say("None of these words is known; what is left is a guess."), strangers);
  const says = say("Chapter {chapter}, says the model, with probability {probability}.", {
    chapter: name(answer.chapter),
    probability: percent(answer.probabilities[answer.chapter]!),
  });
  const voices = speak.length > 0 && say("For it speak most: {words}.", { words: listed(speak) });
  const truth =
    source &&
    say("It stands in chapter {chapter}, and was {use}.", {
      chapter: name(source.chapter),
      use: source.held ? say("held out") : say("learned from"),
    });
  return sentences(says, voices, strangers, truth);
}

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(", ");
}

/** All methods after the whole pass. */
export function wordsTable(curves: AllCurves): TableData {
  return {
    caption: say(
      "After the whole pass: loss on arrival; loss and share right of the sentences held out; median distance from zero of the weights of rare words (2 to 4 sentences) and of common ones (100 or more)",
    ),
    columns: [
      say("method"),
      "η",
      say("on arrival"),
      say("held out"),
      say("right"),
      say("rare words"),
      say("common words"),
    ],
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
