import { messageInWords } from "#src/grading/message-in-words.ts";
import { type Feedback, remarksOf } from "#src/grading/remarks.ts";
import type { Verdict } from "#src/grading/verdict.ts";
import { say } from "#src/language/say.ts";
import { drawNumbers } from "./draw-numbers.ts";

const TITLES: Readonly<Record<Verdict["kind"], string>> = {
  pass: say("✓ Right."),
  fail: say("✗ Not yet."),
  error: say("! Not checked yet."),
  broken: say("! The exercise is broken."),
};

/** Writes a verdict into its place: a word and a sign first, then what to think about. */
export function showVerdict(place: HTMLElement, verdict: Verdict, feedback: Feedback): void {
  place.dataset["kind"] = verdict.kind;
  const title = document.createElement("strong");
  title.textContent = TITLES[verdict.kind];
  const lead = document.createElement("p");
  lead.append(title);
  place.replaceChildren(lead);
  if (verdict.kind === "pass") return;
  lead.append(` ${messageInWords(verdict)}`);
  if (verdict.kind !== "fail") return;
  if (verdict.counterexample !== undefined) {
    const example = document.createElement("p");
    example.textContent = say("For example, {counterexample}.", {
      counterexample: verdict.counterexample,
    });
    place.append(example);
    const picture = verdict.numbers && drawNumbers(verdict.numbers);
    if (picture) place.append(picture);
  }
  for (const { label, text, html } of remarksOf(verdict, feedback)) {
    const remark = document.createElement("p");
    remark.innerHTML = `${label === undefined ? "" : `${label}: `}${html ?? ""}`;
    if (text !== undefined) remark.append(text);
    place.append(remark);
  }
}
