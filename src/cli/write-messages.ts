import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { filesOf, read } from "./imports.ts";
import { type Catalogue, catalogueOf, catalogueText, review } from "./messages/catalogue.ts";

/** The folder of the catalogue and of the translations. */
export const FOLDER = fileURLToPath(new URL("../../content/language/", import.meta.url));
/** The catalogue: every message, in English. */
export const CATALOGUE = `${FOLDER}en.yml`;

/** The files that speak to readers. */
export function speakingFiles(): readonly string[] {
  return ["components", "src"]
    .flatMap(filesOf)
    .filter((path) => /\.(ts|tsx|astro)$/.test(path))
    .filter((path) => !/^src\/(optim|cli|language)\//.test(path))
    .sort();
}

/** The messages of the interface as the files have them. */
export function messages(): Catalogue {
  return catalogueOf(speakingFiles().map((path) => [path, read(path)]));
}

/** The translations there are: the text of each by its language. */
export function translations(): ReadonlyMap<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".yml") && name !== "en.yml");
  return new Map(
    names.map((name) => [name.replace(".yml", ""), readFileSync(FOLDER + name, "utf8")]),
  );
}

if (import.meta.main) {
  const catalogue = messages();
  writeFileSync(CATALOGUE, catalogueText(catalogue));
  console.log(`en: ${catalogue.size} messages`);
  for (const [language, text] of translations()) {
    const { coverage, problems } = review(text, language, catalogue);
    console.log([`${language}: ${(100 * coverage).toFixed(1)} %`, ...problems].join("\n"));
  }
}
