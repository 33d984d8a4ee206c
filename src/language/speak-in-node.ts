import { registerHooks } from "node:module";
import { chosenLanguage } from "./content-files.ts";
import { dictionaryOf } from "./dictionary.ts";
import { translate } from "./translate.ts";

const SOURCE = /\/(?:src|components)\/(?!language\/).*\.ts$/;

/**
 * Puts the messages of an edition's language into the sources that Node itself loads from now on:
 * what makes pages out of Markdown is called by the build, and goes through no bundler.
 */
export function speakInNode(language: string = chosenLanguage()): void {
  if (language === "en") return;
  const dictionary = dictionaryOf(language);
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!SOURCE.test(url) || loaded.source == null) return loaded;
      const source = String(loaded.source);
      return { ...loaded, source: translate(source, url, dictionary) };
    },
  });
}
