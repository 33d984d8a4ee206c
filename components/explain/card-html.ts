import { escaped } from "#src/course/escaped.ts";
import type { GlossaryEntry } from "#src/course/glossary-schema.ts";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";
import { renderMath } from "#src/course/math.ts";
import type { NotationEntry } from "#src/course/notation-schema.ts";
import type { ChapterEntry } from "#src/course/parse-contents.ts";
import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import { VALUE_SLOT } from "./value-slot.ts";

/**
 * What the card of a term says.
 *
 * @param id its key in glossary.yml
 * @param chapter the chapter that teaches it, if that is written
 */
export function termCard(id: string, entry: GlossaryEntry, chapter?: ChapterEntry): string {
  const more = chapter
    ? `<a href="${taughtAt(entry)}">${escaped(say("Read more: chapter {number}, {title}", { number: chapter.number, title: chapter.title }))}</a>`
    : `<a href="${sitePath(`glossary/#${id}`)}">${escaped(say("In the glossary"))}</a>`;
  return `<span class="explain-name">${inlineMarkdown(entry.term)}</span>${inlineMarkdown(entry.definition)}<span class="explain-more">${more}</span>`;
}

/** Where a term is taught: its chapter, or the section of it. */
export function taughtAt({ chapter, section }: GlossaryEntry): string {
  return sitePath(`${chapter}/${section ? `#${section}` : ""}`);
}

/**
 * What the card of a symbol says.
 *
 * @param id its key in notation.yml
 */
export function symbolCard(id: string, { tex, meaning, code, pytorch }: NotationEntry): string {
  const names = [
    code && say("in code {names}", { names: codeNames(code) }),
    pytorch && say("in PyTorch {names}", { names: codeNames(pytorch) }),
  ].filter((name) => name !== undefined);
  const line = names.length > 0 ? `<span class="explain-code">${names.join(", ")}</span>` : "";
  return `<span class="explain-name">${renderMath(tex)}</span>${inlineMarkdown(meaning)}${line}${VALUE_SLOT}<span class="explain-more"><a href="${sitePath(`notation/#${id}`)}">${escaped(say("All symbols"))}</a></span>`;
}

/**
 * Names as code, remarks in brackets as words: "alpha (RMSprop), rho (Adadelta)". A name may be
 * broken where one of its words ends, in a narrow column.
 */
export function codeNames(names: string): string {
  return names
    .split(", ")
    .map((name) =>
      name.replace(/^\S+/, (code) => `<code>${code.replace(WORD_END, "<wbr>")}</code>`),
    )
    .join(", ");
}

const WORD_END = /(?<=\p{Ll})(?=\p{Lu})|(?<=[_.])/gu;
