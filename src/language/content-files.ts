import { existsSync, globSync } from "node:fs";

/** The language that the build was asked for. */
export const chosenLanguage = () => process.env["DOWNHILL_LANGUAGE"] ?? "en";

/**
 * The file that takes the place of a file of content in an edition: `content/de/contents.yml` that of
 * `content/contents.yml`, and `content/de/chapters/05-ewa.mdx` that of `content/chapters/05-ewa.mdx`.
 *
 * @param path of the file, or its address with a query
 * @returns `undefined` where it is not translated
 */
export function translatedFile(path: string, language = chosenLanguage()): string | undefined {
  const [, before = "", inside = "", query = ""] = IN_CONTENT.exec(path) ?? [];
  if (language === "en" || inside === "") return undefined;
  const own = `${before}content/${language}/${inside}`;
  return existsSync(own) ? own + query : undefined;
}

const IN_CONTENT = /^(.*\/|)content\/([^?]+)(\?.*)?$/;

/** Patterns for the files of a folder of content, with the translated in the place of the English. */
export function contentPatterns(pattern: string, language = chosenLanguage()): string[] {
  if (language === "en") return [pattern];
  const own = globSync(`${language}/${pattern}`, { cwd: "content" });
  const english = own.map((path) => path.replaceAll("\\", "/").slice(language.length + 1));
  return [pattern, `${language}/${pattern}`, ...english.map((path) => `!${path}`)];
}

/** Whether a file of content is a translation. */
export function isTranslated(path: string | undefined, language = chosenLanguage()): boolean {
  return language === "en" || path?.startsWith(`content/${language}/`) === true;
}
