import { say } from "#src/language/say.ts";
import { trialOf } from "../digits-tournament/trial.ts";
import { type DigitsNetwork, digitsNetwork } from "./network.ts";
import type { Answer, Question } from "./protocol.ts";
import { endingAt, simulated } from "./simulate.ts";

/** Answers as one worker does: it knows the images once it has been given them. */
export function answering(): (question: Question) => Answer {
  let network: DigitsNetwork | undefined;
  return (question) => {
    if (question.ask === "learn") {
      network = digitsNetwork(question.digits);
      return { say: "ready" };
    }
    if (network === undefined)
      return { say: "problem", words: say("a worker was asked before it had the images") };
    if (question.ask === "gradient")
      return { say: "gradient", g: network.learned.over(question.rows).gradient(question.x) };
    if (question.ask === "trial")
      return { say: "trial", trial: trialOf(network, question.setting) };
    const { state, mode, workers } = question;
    const x = simulated(network, state, mode, workers);
    return { say: "ending", ending: endingAt(network, mode, workers, x) };
  };
}
