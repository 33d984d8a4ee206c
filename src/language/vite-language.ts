import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { parse } from "yaml";
import { type Dictionary, type Translated, translate } from "./translate.ts";

/** Every message marked, to see what is none: the tag that others use for the same end. */
export const MARKED = "en-XA";
const EDITION = fileURLToPath(new URL("edition.ts", import.meta.url));
const SOURCE = /\.(?:ts|tsx|astro)(?:\?|$)/;

/**
 * Puts the messages of an edition's language into the sources, before they become anything else.
 *
 * @param language a tag; default the variable DOWNHILL_LANGUAGE, or English
 */
export function speaking(language: string = process.env["DOWNHILL_LANGUAGE"] ?? "en"): Plugin {
  const dictionary = dictionaryOf(language);
  return {
    name: "downhill:language",
    enforce: "pre",
    transform(source, id) {
      if (!SOURCE.test(id) || id.includes("/node_modules/")) return undefined;
      const code =
        id === EDITION
          ? source.replace(
              'LANGUAGE: string = "en"',
              `LANGUAGE: string = ${JSON.stringify(language)}`,
            )
          : translate(source, id, dictionary);
      return code === source ? undefined : { code, map: null };
    },
  };
}

/** The messages of a language, from `content/language/`; English needs none. */
export function dictionaryOf(language: string): Dictionary {
  if (language === "en") return () => undefined;
  if (language === MARKED) return (english) => `⟦${english}⟧`;
  const said = parse(translationText(language)) as Readonly<Record<string, Translated>>;
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
