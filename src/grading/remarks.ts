import type { Verdict } from "./verdict.ts";

/** Gives the HTML of a feedback text by its name, as the build made it; see `feedbackOf`. */
export type Feedback = (name: string) => string | undefined;

/** One thing to say of a wrong answer: a text of the book, or a note of the check. */
export interface Remark {
  /** Whose remark it is, where there are several boxes; HTML from the build. */
  readonly label?: string | undefined;
  readonly text?: string;
  /** From the build, so safe to set. */
  readonly html?: string;
}

/** What there is to say of a wrong answer: of the whole first, then of each part that is wrong. */
export function remarksOf(
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
