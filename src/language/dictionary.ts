import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { PSEUDO, pseudo } from "./pseudo-locale.ts";
import { type Dictionary, keyOf, type Translated } from "./translate.ts";

/** The messages of a language, from `content/language/`; English needs none. */
export function dictionaryOf(language: string): Dictionary {
  if (language === "en") return () => undefined;
  if (language === PSEUDO) return pseudo;
  const said = (parse(translationText(language)) ?? {}) as Readonly<Record<string, Translated>>;
  return (english) => said[keyOf(english)];
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
