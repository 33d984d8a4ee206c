/** A name of the index, and where it leads. */
export interface IndexLine {
  readonly name: string;
  readonly links: readonly { readonly words: string; readonly href: string }[];
}

/** The names under one letter. */
export interface Letter {
  readonly letter: string;
  readonly lines: readonly IndexLine[];
}

/**
 * An index by the alphabet: what is given twice under one name, in whatever letters and apostrophes,
 * becomes one line with all its links.
 * Names that begin with no letter come first, under "#".
 */
export function byAlphabet(given: readonly IndexLine[]): readonly Letter[] {
  const lines = [...Map.groupBy(given, ({ name }) => keyOf(name)).values()]
    .map((same) => ({ name: same[0]!.name, links: same.flatMap(({ links }) => links) }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
  const letters = Map.groupBy(lines, ({ name }) => {
    const first = name.normalize("NFD").charAt(0).toUpperCase();
    return /[A-Z]/.test(first) ? first : "#";
  });
  return [...letters].map(([letter, under]) => ({ letter, lines: under }));
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll("'", "’");
}
