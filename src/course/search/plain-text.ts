import { plainMath } from "./plain-math.ts";

/** What the references of a text stand for. */
export interface Names {
  /** A cited work in short, such as "Goh 2017", by its key. */
  work(key: string): string;
  /** Number of a labelled equation, such as "6.3". */
  equation(label: string): string | undefined;
}

const NAMELESS: Names = { work: (key) => key, equation: () => undefined };

/**
 * Markdown or MDX as a reader sees it, without any marks: one line for each paragraph, list item or
 * row of a table. Formulas become plain characters, code stays, and of the tags of components those
 * words are kept that the reader sees.
 *
 * @param source without front matter, imports and cells.
 */
export function plainText(source: string, names: Names = NAMELESS): string {
  const kept: string[] = [];
  /** Puts aside what is no markup, so that nothing below takes its signs for some. */
  const keep = (text: string) => `\uE000${kept.push(text) - 1}\uE001`;
  const math = (tex: string) => {
    const label = /^\s*\\eqref\{([\w-]+)\}\s*$/.exec(tex)?.[1];
    return keep(label === undefined ? plainMath(tex) : `(${names.equation(label) ?? label})`);
  };
  return source
    .replace(/^([ \t]*)(`{3,}|~{3,})[^\n]*\n([\s\S]*?)^\1\2[ \t]*$/gm, (_, __, ___, code: string) =>
      between(keep(code.replace(/\s+/g, " ").trim())),
    )
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, " ")
    .replace(/`([^`\n]+)`/g, (_, code: string) => keep(code))
    .replace(/\$\$([\s\S]*?)\$\$/g, (_, tex: string) => between(math(tex)))
    .replace(/(?<!\\)\$([^$]+)\$/g, (_, tex: string) => math(tex))
    .replace(/<Cite\s+of="([^"]+)"\s*\/>/g, (_, key: string) => keep(names.work(key)))
    .replace(TAG, (tag) => (INLINE.test(tag) ? "" : between(wordsOfTag(tag))))
    .replace(/^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+.*$/gm, "")
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, cells: string) =>
      between(cells.replace(/ *\| */g, " · ")),
    )
    .replace(/^[ \t]*#{1,6} (.*)$/gm, (_, heading: string) => between(heading))
    .replace(/^[ \t]*(?:[-*+]|\d+\.) /gm, "\n\n")
    .replace(/^> ?/gm, "")
    .replace(/\[\^[^\]]*\]:?/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\\([^\w\s])/g, "$1")
    .replace(/\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n")
    .replace(/\uE000(\d+)\uE001/g, (_, at: string) => kept[Number(at)] ?? "");
}

/** A tag of a component or of HTML; a `>` inside quotes or braces does not end it. */
const TAG = /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{])*>/g;
const INLINE = /^<\/?(?:Term|em|strong|b|i|a|sub|sup|code|span)\b/;

/** What the reader sees of a tag: a title, a claim, who made a video and what it is about. */
function wordsOfTag(tag: string): string {
  return [...tag.matchAll(/\b(?:title|claim|by|about)="([^"]*)"/g)]
    .map(([, words = ""]) => words)
    .join(". ");
}

function between(text: string): string {
  return `\n\n${text}\n\n`;
}
