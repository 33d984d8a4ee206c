/// <reference lib="webworker" />
import { answering } from "./answer.ts";
import type { Answer, Question } from "./protocol.ts";

const answer = answering();

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  try {
    const said = answer(data);
    // A gradient is handed over, not copied: this worker has no more use for it.
    postMessage(said, said.say === "gradient" ? [said.g.buffer] : []);
  } catch (error) {
    postMessage({ say: "problem", words: String(error) } satisfies Answer);
  }
});
