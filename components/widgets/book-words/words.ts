import { say, sayCount } from "#src/language/say.ts";
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
        ? say(" Over the whole pass it does no better on arrival than SGD.")
        : say(" On arrival it is below SGD for good from sentence {lead} on.", { lead });
  const run = say(
    "{label}, η = {eta}: after {at} of {train} sentences the loss on arrival is {arrival}, and of {held} sentences held out {accuracy} are put into the right chapter (loss {loss}).{against}",
    {
      label,
      eta: significant(own.eta),
      at: own.at[i],
      train,
      arrival: fixed(own.arrival[i]!, 3),
      held,
      accuracy: percent(own.accuracy[i]!),
      loss: fixed(own.loss[i]!, 3),
      against,
    },
  );
  return word === undefined || common === undefined ? run : `${run} ${sightText(word, common)}`;
}

function sightText(word: WordTrack, common: WordTrack): string {
  const away =
    word.absent >= 0.005
      ? say(", {absent} of that way in sentences without it", { absent: percent(word.absent) })
      : "";
  const whole = say(
    "“{word}” stands in {sayCount}, first in number {at}; its weights end {distance} from zero{away}.",
    {
      word: word.word,
      sayCount: sayCount({ one: "{count} sentence", other: "{count} sentences" }, word.seen),
      at: word.at[0],
      distance: significant(word.distance, 2),
      away,
    },
  );
  if (word.word === common.word) return whole;
  const ratio = significant(firstSightRatio(word, common), 2);
  const far = ratio === "1" ? say("as far") : say("{ratio} times as far", { ratio });
  return say(
    "{whole} At its first sight they moved {steps}, {far} as those of “{word}” at that time.",
    { whole, steps: significant(word.steps[0]!, 2), far, word: common.word },
  );
}

/** The chapter that a sentence is put into, in a few words. */
export function answerShort(
  { chapter, probabilities, known }: Answer,
  { chapters }: LabStart,
): string {
  if (known === 0) return say("The sentence has no word that the model knows.");
  return say("The sentence is put into chapter {number} ({probabilities}).", {
    number: chapters[chapter]!.number,
    probabilities: percent(probabilities[chapter]!),
  });
}

/** What the model says of a sentence, in words. */
export function answerText(answer: Answer, { chapters }: LabStart): string {
  const name = (c: number) => `${chapters[c]!.number}, ${chapters[c]!.short}`;
  const { known, unknown, speak, source } = answer;
  if (known + unknown.length === 0) return say("There is no word to judge by.");
  const strangers =
    unknown.length === 0 ? "" : say(" Not known: {listed}.", { listed: listed(unknown) });
  if (known === 0)
    return say("None of these words is known; what is left is a guess.{strangers}", { strangers });
  const says = say("Chapter {name}, says the model, with probability {probabilities}.", {
    name: name(answer.chapter),
    probabilities: percent(answer.probabilities[answer.chapter]!),
  });
  const voices =
    speak.length === 0 ? "" : say(" For it speak most: {listed}.", { listed: listed(speak) });
  const truth =
    source === undefined
      ? ""
      : say(" It stands in chapter {name}, and was {part}.", {
          name: name(source.chapter),
          part: source.held ? say("held out") : say("learned from"),
        });
  return `${says}${voices}${strangers}${truth}`;
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
