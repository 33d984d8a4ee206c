import { say } from "#src/language/say.ts";
import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Field, type Fields, numberField, wholeField } from "../url-state.ts";
import { labMethods, type MethodId } from "./methods.ts";
import { FIRST_METHOD, FIRST_SENTENCE, type LabStart } from "./start.ts";
import type { Rates } from "./tuning.ts";

/** What is drawn against the number of sentences read. */
export type Measure = "arrival" | "loss" | "accuracy";

export const measures: readonly { readonly value: Measure; readonly label: string }[] = [
  { value: "arrival", label: say("loss on arrival") },
  { value: "loss", label: say("loss, held out") },
  { value: "accuracy", label: say("right, held out") },
];

/** What the reader sets: a method, the rate of each, what is drawn, a word, the order, the sentence reached, and one to be judged. */
export interface WordsState extends Rates {
  readonly method: MethodId;
  readonly measure: Measure;
  readonly word: string;
  readonly seed: number;
  readonly t: number;
  readonly sentence: string;
}

export const etaTrack: Track = { type: "log", domain: [1e-4, 5], stops: 188, digits: 2 };
export const LONGEST = 240;

/** The fields of the state; they begin at what the runs of the build have found. */
export function wordsFields({ rates, rare, common, latest, train }: LabStart): Fields<WordsState> {
  const eta = (id: MethodId) => numberField(rates[id], ...etaTrack.domain);
  return {
    method: choiceField(
      FIRST_METHOD,
      labMethods.map(({ id }) => id),
    ),
    sgd: eta("sgd"),
    momentum: eta("momentum"),
    adagrad: eta("adagrad"),
    rmsprop: eta("rmsprop"),
    adam: eta("adam"),
    measure: choiceField<Measure>(
      "arrival",
      measures.map(({ value }) => value),
    ),
    word: choiceField(latest, [...rare, ...common]),
    seed: seedField(),
    t: wholeField(train, 0, train),
    sentence: textField(FIRST_SENTENCE, LONGEST),
  };
}

/** A line of text. Written twice escaped, since the address is read once before it is cut at commas. */
export function textField(initial: string, longest: number): Field<string> {
  return {
    initial,
    parse: (text) => {
      try {
        const plain = decodeURIComponent(text);
        return plain.length <= longest ? plain : undefined;
      } catch {
        return undefined;
      }
    },
    format: (value) => encodeURIComponent(encodeURIComponent(value)),
  };
}
