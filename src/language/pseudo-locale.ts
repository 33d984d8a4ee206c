import type { Call } from "./calls.ts";
import type { Translated } from "./translate.ts";

/** The tag that others use for the same end. */
export const PSEUDO = "en-XA";

const FROM = "aeiouyAEIOUYcnCN";
/** Of Latin 1 alone, which the fonts of the book have. */
const TO = "åéîöûýÅÉÎÖÛÝçñÇÑ";
const VOWEL = /[aeiouy]/i;

/**
 * A message as a language would have it that has other letters and is a third longer:
 * `[Rûûñ {title}]`. What is not so on a page is no message, and what breaks has too little room.
 * It is the words that grow, since long words are what breaks lines.
 */
export function pseudo(message: Call["message"]): Translated {
  if (typeof message === "string") return `[${message.replace(LETTER, accented)}]`;
  return Object.fromEntries(
    Object.entries(message).map(([form, text]) => [form, pseudo(text) as string]),
  );
}

/** A letter, or a placeholder or a formula, which stay. */
const LETTER = /\{\w+\}|\$[^$]+\$|[a-z]/gi;

function accented(letter: string): string {
  const at = FROM.indexOf(letter);
  const other = at < 0 ? letter : (TO[at] ?? letter);
  return VOWEL.test(letter) && letter.length === 1 ? other + other.toLowerCase() : other;
}
