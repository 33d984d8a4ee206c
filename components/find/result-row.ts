import { make } from "#components/shell/make.ts";
import { type Entry, KIND_WORDS } from "#src/course/search/entry.ts";
import { excerptOf, marked, type Piece } from "#src/course/search/excerpt.ts";
import type { Hit } from "#src/course/search/search-index.ts";
import { sitePath } from "#src/course/site-path.ts";

/** Of these the first line says what they are, whatever else was found in them. */
const DEFINED = ["symbol", "term"];

/** A link to what was found: its kind, its title, where it stands, and the sentence that says it. */
export function resultRow({ entry, terms }: Hit): HTMLAnchorElement {
  const { kind, title, where, text } = entry;
  const said = DEFINED.includes(kind) ? text.slice(0, text.indexOf("\n") >>> 0) : text;
  const row = make(
    "a",
    { className: "find-row", href: sitePath(entry.at) },
    make("span", { className: "find-kind" }, KIND_WORDS[kind]),
    make("span", { className: "find-title" }, ...inPieces(marked(title, new Set(terms)))),
    make("span", { className: "find-where" }, where),
  );
  if (said !== "")
    row.append(make("span", { className: "find-text" }, ...inPieces(excerptOf(said, terms))));
  return row;
}

/** A link to an entry as it stands in a list, without what it says. */
export function plainRow({ kind, title, at }: Entry): HTMLAnchorElement {
  return make(
    "a",
    { className: "find-row", href: sitePath(at) },
    make("span", { className: "find-kind" }, KIND_WORDS[kind]),
    make("span", { className: "find-title" }, title),
  );
}

function inPieces(pieces: readonly Piece[]): readonly (Node | string)[] {
  return pieces.map(({ text, hit }) => (hit ? make("mark", {}, text) : text));
}
