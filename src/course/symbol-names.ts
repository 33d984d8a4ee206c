import { parseHTML } from "linkedom";
import { symbolName } from "./drawn-symbols.ts";
import { renderMath } from "./math.ts";
import type { NotationEntry } from "./notation-schema.ts";

/**
 * Drawn name of every symbol that a chapter uses → id of its entry. Entries for the chapter alone go
 * before those for all.
 *
 * @throws Error when two entries of the same reach match the same symbol, or one matches none
 */
export function symbolNames(
  entries: readonly { readonly id: string; readonly data: NotationEntry }[],
  chapter: string,
): ReadonlyMap<string, string> {
  const everywhere = namesOf(entries.filter(({ data }) => !data.chapters));
  const here = namesOf(entries.filter(({ data }) => data.chapters?.includes(chapter)));
  return new Map([...everywhere, ...here]);
}

function namesOf(
  entries: readonly { readonly id: string; readonly data: NotationEntry }[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, data } of entries) {
    for (const tex of data.match ?? [data.tex]) {
      const name = nameOf(tex);
      if (!name)
        throw new Error(
          `notation.yml: "${id}" matches ${tex}, which draws no letter. Write the symbol alone.`,
        );
      const other = names.get(name);
      if (other)
        throw new Error(
          `notation.yml: "${id}" and "${other}" both match ${tex}. Limit one by chapters.`,
        );
      names.set(name, id);
    }
  }
  return names;
}

function nameOf(tex: string): string | undefined {
  const { document } = parseHTML(`<body>${renderMath(tex)}</body>`);
  const drawing = document.querySelector(".katex-html");
  return drawing ? symbolName(drawing as unknown as Element) : undefined;
}
