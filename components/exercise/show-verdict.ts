import type { Verdict } from "#src/grading/verdict.ts";
import { drawNumbers } from "./draw-numbers.ts";

/** Gives the HTML of a feedback text by its name, as the build set it into the page. */
export type Feedback = (name: string) => string | undefined;

const TITLES: Readonly<Record<Verdict["kind"], string>> = {
  pass: "✓ Right.",
  fail: "✗ Not yet.",
  error: "! Not checked yet.",
  broken: "! The exercise is broken.",
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
  const where =
    verdict.kind === "error" && verdict.line !== undefined
      ? ` (line ${verdict.line}, column ${verdict.column})`
      : "";
  lead.append(` ${verdict.message}${where}`);
  if (verdict.kind !== "fail") return;
  if (verdict.counterexample !== undefined) {
    const example = document.createElement("p");
    example.textContent = `For example, ${verdict.counterexample}.`;
    place.append(example);
    const picture = verdict.numbers && drawNumbers(verdict.numbers);
    if (picture) place.append(picture);
  }
  for (const { label, text, html } of remarks(verdict, feedback)) {
    const remark = document.createElement("p");
    remark.innerHTML = `${label === undefined ? "" : `${label}: `}${html ?? ""}`;
    if (text !== undefined) remark.append(text);
    place.append(remark);
  }
}

interface Remark {
  /** Whose remark it is, where there are several boxes; HTML from the build. */
  readonly label?: string | undefined;
  readonly text?: string;
  /** From the build, so safe to set. */
  readonly html?: string;
}

function remarks(
  verdict: Extract<Verdict, { kind: "fail" }>,
  feedback: Feedback,
): readonly Remark[] {
  const whole = verdict.mistake === undefined ? undefined : feedback(`whole.${verdict.mistake}`);
  const parts = (verdict.parts ?? []).flatMap(({ index, right, mistake, note }): Remark[] => {
    // Boxes name their mistakes "box.mistake"; options and steps have one text each.
    const html = mistake === undefined ? feedback(String(index)) : feedback(`${index}.${mistake}`);
    const label = feedback(`label.${index}`);
    if (html !== undefined && !right) return [{ label, html }];
    return note === undefined ? [] : [{ label, text: note }];
  });
  return [...(whole === undefined ? [] : [{ html: whole }]), ...parts];
}
