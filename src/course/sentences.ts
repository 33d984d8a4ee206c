import type { Part } from "./parse-contents.ts";

/** A chapter as plain text. */
export interface ChapterText {
  readonly number: number;
  /** Its title where there is little room. */
  readonly short: string;
  readonly sentences: readonly string[];
}

/** Of how many parts of the book the words are read. */
const PARTS = 2;

/**
 * The sentences of the chapters of the first parts, as far as they are written.
 *
 * @param bodies the MDX of the chapters by id
 */
export function textOfParts(
  contents: readonly Part[],
  bodies: ReadonlyMap<string, string>,
): readonly ChapterText[] {
  return contents
    .slice(0, PARTS)
    .flatMap(({ chapters }) => chapters)
    .flatMap(({ id, number, short }) => {
      const body = bodies.get(id);
      return body === undefined ? [] : [{ number, short, sentences: sentencesOf(body) }];
    });
}

/**
 * The sentences of a chapter's MDX as a reader would read them aloud, in order. Left out are code,
 * mathematics, tables, headings, front matter, imports, footnote marks and whatever stands in the
 * tag of a component; the words between two tags are kept.
 *
 * @param mdx the text of the file, with or without its front matter
 * @param least sentences of fewer words are left out; defaults to 4
 */
export function sentencesOf(mdx: string, least = 4): readonly string[] {
  return blocksOf(mdx)
    .flatMap(split)
    .filter((sentence) => wordsOf(sentence).length >= least);
}

/**
 * The words of a text in lower case, in order: letters, with apostrophes and hyphens inside.
 * Numbers and letters that stand alone for a quantity are none; "a" is.
 */
export function wordsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[a-z]+(?:['-][a-z]+)*/g) ?? [];
  return words.filter((word) => word.length > 1 || word === "a");
}

/** Paragraphs and list items as plain text. */
function blocksOf(mdx: string): readonly string[] {
  return mdx
    .replace(/\r\n/g, "\n")
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/^([ \t]*)(`{3,}|~{3,})[\s\S]*?^\1\2[ \t]*$/gm, "\n\n")
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, " ")
    .replace(/\$\$[\s\S]*?\$\$/g, "\n\n")
    .replace(/`[^`\n]*`/g, " ")
    .replace(/\$[^$]*\$/g, " ")
    .replace(TAG, (tag) => (/^<\/?(?:Term|Cite|em|strong|b|i|a)\b/.test(tag) ? " " : "\n\n"))
    .replace(/^(?:import|export) .*$/gm, "\n\n")
    .replace(/^[ \t]*(?:#{1,6} |\|).*$/gm, "\n\n")
    .replace(/^[ \t]*(?:[-*+]|\d+\.) /gm, "\n\n")
    .replace(/\[\^[^\]]*\]:?/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\\([^\w\s])/g, "$1")
    .replace(/[*_]/g, "")
    .split(/\n\s*\n/)
    .map(withoutHoles)
    .filter((block) => block !== "");
}

/** One space between words, and no marks left about what was taken out. */
function withoutHoles(block: string): string {
  return block
    .replace(/\([\s,;]*\)/g, "")
    .replace(/\s+/g, " ")
    .replace(/\s+(?=[.,;:?!])/g, "")
    .replace(/[,;:]+(?=[.,;:?!])/g, "")
    .replace(/^[\s.,;:]+/, "")
    .trim();
}

/** A tag of a component or of HTML; a `>` inside quotes or braces does not end it. */
const TAG = /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{])*>/g;

/** A full stop after these ends no sentence. */
const SHORTENED = /(?:\b(?:e\.g|i\.e|cf|al|vs|Fig|Eq|Sec|Ch|St|Dr|approx|resp)|\b[A-Z])\.$/;

/** A block cut after each . ? or ! that ends a sentence, with the marks that close after it. */
function split(block: string): readonly string[] {
  const sentences: string[] = [];
  let sentence = "";
  for (const piece of block.split(/(?<=[.?!]["”’)]*) /)) {
    sentence = sentence === "" ? piece : `${sentence} ${piece}`;
    if (SHORTENED.test(piece)) continue;
    sentences.push(sentence);
    sentence = "";
  }
  return sentence === "" ? sentences : [...sentences, sentence];
}
