import type { NotationEntry } from "./notation-schema.ts";

/** A curve that stands for a symbol: what a figure draws in a colour. */
export interface LinkedCurve {
  /** Id of the figure. */
  readonly figure: string;
  /** A colour of tokens.css, without the two dashes. */
  readonly colour: string;
  readonly id: string;
}

/** What a chapter calls its symbols outside of formulas; name → id of the symbol. */
export interface LinkedNames {
  readonly listed: Readonly<Record<string, string>>;
  readonly inCells: Readonly<Record<string, string>>;
  readonly phrases: Readonly<Record<string, string>>;
  readonly curves: readonly LinkedCurve[];
  /** Id of a symbol → figures in whose labels its letter means something else. */
  readonly notIn: Readonly<Record<string, readonly string[]>>;
}

type Entry = { readonly id: string; readonly data: NotationEntry };
type NameField = "listed" | "inCells" | "phrases";

/**
 * Names of the symbols in listings, cells and labels, and their curves. Entries for the chapter alone
 * go before those for all.
 *
 * @param used ids of the symbols that the chapter has letters for: no other is linked
 * @throws Error when two entries of the same reach claim the same name
 */
export function linkedNames(
  entries: readonly Entry[],
  chapter: string,
  used: ReadonlySet<string>,
): LinkedNames {
  const known = entries.filter(({ id }) => used.has(id));
  const everywhere = known.filter(({ data }) => !data.chapters);
  const here = known.filter(({ data }) => data.chapters?.includes(chapter));
  const names = (field: NameField) => ({ ...namesOf(everywhere, field), ...namesOf(here, field) });
  return {
    listed: names("listed"),
    inCells: names("inCells"),
    phrases: names("phrases"),
    curves: [...here, ...everywhere].flatMap(curvesOf),
    notIn: Object.fromEntries(
      [...here, ...everywhere].flatMap(({ id, data }) => (data.notIn ? [[id, data.notIn]] : [])),
    ),
  };
}

function namesOf(entries: readonly Entry[], field: NameField): Readonly<Record<string, string>> {
  const names = new Map<string, string>();
  for (const { id, data } of entries) {
    for (const name of data[field] ?? []) {
      const other = names.get(name);
      if (other)
        throw new Error(
          `notation.yml: "${id}" and "${other}" both claim "${name}" under ${field}. Limit one by chapters.`,
        );
      names.set(name, id);
    }
  }
  return Object.fromEntries(names);
}

function curvesOf({ id, data }: Entry): readonly LinkedCurve[] {
  return Object.entries(data.curves ?? {}).flatMap(([figure, colours]) =>
    [colours].flat().map((colour) => ({ figure, colour, id })),
  );
}
