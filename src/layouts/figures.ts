import { figuresOfChapter, widgetsOf } from "#src/course/search/chapter-entries.ts";
import type { Figure } from "#src/course/search/figures.ts";
import type { Section } from "#src/course/search/sections.ts";
import { dictionaryOf } from "#src/language/dictionary.ts";
import { LANGUAGE } from "#src/language/edition.ts";
import { translate } from "#src/language/translate.ts";

const files = import.meta.glob<string>(
  [
    "/components/widgets/*.tsx",
    "/components/widgets/*/figure.ts",
    "/components/widgets/*/scenes.ts",
  ],
  { query: "?raw", import: "default", eager: true },
);
const dictionary = dictionaryOf(LANGUAGE);
const sources = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [
    path.replace("/components/widgets/", ""),
    translate(text, path, dictionary),
  ]),
);

/** The figures of a chapter in order: the place of one is its number. */
export function figuresIn(body: string, sections: readonly Section[]): readonly Figure[] {
  return figuresOfChapter(sections, widgetsOf(body), sources);
}
