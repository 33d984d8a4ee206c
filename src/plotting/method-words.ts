import { say } from "#src/language/say.ts";

/**
 * What figures call the runs that they compare. In code a run has its English name as its id; a name
 * that is not here is the same in every language, such as "Adam".
 */
const WORDS: Readonly<Record<string, string>> = {
  "gradient descent": say("gradient descent"),
  momentum: say("momentum"),
  "saddle-free Newton": say("saddle-free Newton"),
  "full matrix": say("full matrix"),
  "fixed rate": say("fixed rate"),
  "fixed length": say("fixed length"),
  backtracking: say("backtracking"),
  "conjugate gradients": say("conjugate gradients"),
  "trust region": say("trust region"),
  "no decay": say("no decay"),
  penalty: say("penalty"),
  "signs only": say("signs only"),
  "Adam, not corrected": say("Adam, not corrected"),
  "Adam that forgets": say("Adam that forgets"),
  "Adam, axes along the ravine": say("Adam, axes along the ravine"),
  "with batch normalization": say("with batch normalization"),
  without: say("without"),
};

/** The name of a run, as a reader sees it. */
export function methodWords(name: string): string {
  return WORDS[name] ?? name;
}
