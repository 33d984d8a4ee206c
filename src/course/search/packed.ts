import { type Entry, KINDS, type Kind } from "./entry.ts";

/** An entry in a row: kind, title, where, address, names; of a symbol, which is a letter, also the text. */
type Row = readonly [
  kind: number,
  title: string,
  where: string,
  at: string,
  names: string,
  text?: string,
];

/** The file `search.json`: all that can be found, by its names. */
export interface PackedNames {
  readonly rows: readonly Row[];
}

/** The file `search-text.json`: what each entry says, in the order of the names; nothing again that these have. */
export interface PackedTexts {
  readonly texts: readonly string[];
}

/** The names of all entries, as they are sent. */
export function packNames(entries: readonly Entry[]): PackedNames {
  return {
    rows: entries.map(({ kind, title, where, at, names, text }) => {
      const row = [KINDS.indexOf(kind), title, where, at, names] as const;
      return kind === "symbol" ? [...row, text] : row;
    }),
  };
}

/** The texts of all entries, as they are sent. */
export function packTexts(entries: readonly Entry[]): PackedTexts {
  return { texts: entries.map(({ kind, text }) => (kind === "symbol" ? "" : text)) };
}

/**
 * The entries again, with their texts as far as they have come.
 *
 * @throws Error when names and texts are not of one edition of the book
 */
export function unpack({ rows }: PackedNames, texts?: PackedTexts): readonly Entry[] {
  if (texts && texts.texts.length !== rows.length)
    throw new Error(
      `search: ${rows.length} names, but ${texts.texts.length} texts: they are of two editions. Load the page again.`,
    );
  return rows.map(([kind, title, where, at, names, text], index) => ({
    kind: KINDS[kind] as Kind,
    title,
    where,
    at,
    names,
    text: text ?? texts?.texts[index] ?? "",
  }));
}
