import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Dictionary, Translated } from "./translate.ts";

/** Every message marked, to see what is none: the tag that others use for the same end. */
export const MARKED = "en-XA";

/** The messages of a language, from `content/language/`; English needs none. */
export function dictionaryOf(language: string): Dictionary {
  if (language === "en") return () => undefined;
  if (language === MARKED) return (english) => `«${english}»`;
  const said = (parse(translationText(language)) ?? {}) as Readonly<Record<string, Translated>>;
  return (english) => said[english];
}

function translationText(language: string): string {
  try {
    return readFileSync(`content/language/${language}.yml`, "utf8");
  } catch {
    throw new Error(
      `DOWNHILL_LANGUAGE=${language}: there is no content/language/${language}.yml. Write it, or choose a language that has one.`,
    );
  }
}
