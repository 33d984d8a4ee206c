import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { chosenLanguage, translatedFile } from "./content-files.ts";
import { dictionaryOf } from "./dictionary.ts";
import { translate } from "./translate.ts";

const EDITION = fileURLToPath(new URL("edition.ts", import.meta.url));
/** What others wrote says nothing of ours, and what finds the messages only names them. */
const NEVER = /\/node_modules\/|\/src\/language\//;
const SOURCE = /\.(?:ts|tsx|astro)(?:\?(?!(?:.*&)?(?:raw|url)\b)|$)/;

/**
 * Puts the messages of an edition's language into the sources, before they become anything else, and
 * takes what is translated of the content instead of the English.
 *
 * @param language a tag; default the variable DOWNHILL_LANGUAGE, or English
 */
export function speaking(language: string = chosenLanguage()): Plugin {
  const dictionary = dictionaryOf(language);
  return {
    name: "downhill:language",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (language === "en" || !source.includes("content/")) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && translatedFile(found.id, language);
    },

    transform(source, id) {
      if (!SOURCE.test(id) || (NEVER.test(id) && id !== EDITION)) return undefined;
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
