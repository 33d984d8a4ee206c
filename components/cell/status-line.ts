import { make } from "#components/shell/make.ts";

/** What a cell says beside its buttons. */
export interface StatusLine {
  /**
   * Says what happened, and after it what stands in the way of saving.
   * @param warns default: as before when the message is the same, else not.
   * @param result what came of it in a sentence, for who does not see it; default: as before when the message is
   *   the same, else nothing
   */
  say(message: string, warns?: boolean, result?: string): void;
  /** Says the same again, when what stands in the way of saving may have changed. */
  again(message?: string): void;
  /** The latest message, without what stands in the way. */
  message(): string;
}

/** @param hindrances what stands in the way of saving now, in words; each is said once. */
export function statusLine(
  place: HTMLElement,
  hindrances: () => readonly (string | undefined)[],
): StatusLine {
  let said = "";
  let warned = false;
  let resulted = "";

  function say(
    message: string,
    warns = message === said && warned,
    result = message === said ? resulted : "",
  ) {
    [said, warned, resulted] = [message, warns, result];
    const hindered = hindrances().filter((one) => one !== undefined);
    const parts = new Set([message, ...hindered].filter(Boolean));
    const text = [...parts].join(". ").replaceAll(".. ", ". ");
    const aside = result && `. ${result}`;
    if (place.textContent !== text + aside)
      place.replaceChildren(
        text,
        ...(aside ? [make("span", { className: "visually-hidden" }, aside)] : []),
      );
    place.dataset["kind"] = warns || hindered.length > 0 ? "warn" : "plain";
  }

  return { say, again: (message = said) => say(message), message: () => said };
}
