import { say } from "#src/language/say.ts";

/** Outputs of one run of a cell that are shown; a loop that prints for ever must not fill the page. */
export const MOST_OUTPUTS = 1000;

/** Weight, by `weigh`, of all outputs of one run of a cell together. */
export const MOST_WEIGHT = 16_000_000;

/** What is said when code sends more than the limits allow, which no honest output does. */
export const TOO_MUCH = say(
  "The code sent more output than a page can show, so it was ended. Show less at a time, for example every hundredth value. Your text is unharmed.",
);
