import { isGlobal } from "#src/notebook/globals.ts";
import controls from "./prelude/controls.ts?raw";
import display from "./prelude/display.ts?raw";
import drawingFile from "./prelude/drawing-file.ts?raw";
import drawingNotebook from "./prelude/drawing-notebook.ts?raw";
import files from "./prelude/files.ts?raw";
import plot from "./prelude/plot.ts?raw";
import tex from "./prelude/tex.ts?raw";

/** What a file brings along, for its cells to find what a page gives them. */
export interface Prelude {
  /** Import lines of its own. */
  readonly imports: string;
  /** Values, which have to stand before what uses them. */
  readonly values: string;
  /** Functions and types, which may stand anywhere. */
  readonly functions: string;
  /** The name that one of its functions has in the file. */
  readonly nameOf: (name: string) => string;
}

/** A declaration with its comment: in the files of `prelude/` a blank line ends it. */
interface Block {
  readonly name: string;
  readonly text: string;
}

const pieces = [files, plot, drawingFile, drawingNotebook, display, tex, controls];

const imported = new Map(
  pieces.flatMap((piece) =>
    [...piece.matchAll(/^import \{ (\w+) \} from "(node:\w+)";$/gm)].map(
      ([, name = "", from = ""]) => [name, from] as const,
    ),
  ),
);

/**
 * The part of `prelude/` that is needed for the names given, and nothing else.
 *
 * @param wanted the names that the cells use; `settings` when a control was moved, `runs` and
 *   `generators` when such values may have to be shown
 * @param taken names of the cells, which nothing else may have; what is taken from the
 *   language by such a name it takes from `globalThis`
 * @param place drawings go into files beside, or below the cell of a notebook
 * @param prefix how the names of written files begin
 */
export function prelude(
  wanted: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  place: "file" | "notebook",
  prefix: string,
): Prelude {
  const blocks = (place === "file" ? without(drawingNotebook) : without(drawingFile))
    .flatMap((piece) => blocksOf(piece, wanted))
    .map(({ name, text }) => ({ name, text: text.replace('"downhill"', JSON.stringify(prefix)) }));
  const kept = closure(blocks, wanted);
  const used = new Set(kept.flatMap(({ text }) => wordsOf(text)));
  const own = new Set([...kept.map(({ name }) => name), ...imported.keys()]);
  const renamed = new Map(
    [...taken]
      .filter((name) => used.has(name) && (own.has(name) || isGlobal(name)))
      .map((name) => [name, own.has(name) ? free(name, taken, used) : `globalThis.${name}`]),
  );
  const nameOf = (name: string) => renamed.get(name) ?? name;
  const written = (which: (block: Block) => boolean) =>
    kept
      .filter(which)
      .map(({ text }) => text.replace(WORD, nameOf))
      .join("\n\n");
  return {
    imports: [...imported]
      .filter(([name]) => used.has(name))
      .sort(([, a], [, b]) => a.localeCompare(b))
      .map(([name, from]) => {
        const as = nameOf(name);
        return `import { ${as === name ? name : `${name} as ${as}`} } from "${from}";`;
      })
      .join("\n"),
    values: written(({ text }) => isValue(text)),
    functions: written(({ text }) => !isValue(text)),
    nameOf,
  };
}

const isValue = (text: string) => /^(const|let) /m.test(text);

const without = (piece: string) => pieces.filter((one) => one !== piece);

/** A word of code that is not the property of something. */
const WORD = /(?<![\w$.])[A-Za-z_$][\w$]*/g;
const wordsOf = (text: string) => text.match(WORD) ?? [];

/** The declarations of a piece; a line that ends with “// with x” is there only when x is wanted. */
function blocksOf(piece: string, wanted: ReadonlySet<string>): Block[] {
  return piece
    .replace(/^import .*;\n+/gm, "")
    .replace(/^.*? (\/\/ with (\w+))\n/gm, (line, mark: string, name: string) =>
      wanted.has(name) ? line.replace(` ${mark}`, "") : "",
    )
    .trim()
    .split(/\n{2,}/)
    .map((text) => {
      const declaration =
        /^(?:export )?(?:async )?(?:function\*?|const|let|type|interface) (\w+)/m.exec(text);
      return { name: declaration?.[1] ?? "", text: text.replace(/^export /m, "") };
    });
}

/** The blocks wanted and those that they need in turn, in the order of the files. */
function closure(blocks: readonly Block[], wanted: ReadonlySet<string>): readonly Block[] {
  const names = new Set(wanted);
  for (let size = -1; size !== names.size; ) {
    size = names.size;
    for (const { name, text } of blocks)
      if (names.has(name)) for (const word of wordsOf(text)) names.add(word);
  }
  return blocks.filter(({ name }) => names.has(name));
}

function free(name: string, taken: ReadonlySet<string>, used: ReadonlySet<string>): string {
  let n = 2;
  while (taken.has(`${name}${n}`) || used.has(`${name}${n}`)) n++;
  return `${name}${n}`;
}
