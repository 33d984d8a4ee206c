import { make } from "#components/shell/make.ts";
import { type Entry, KIND_WORDS } from "#src/course/search/entry.ts";
import { excerptOf, marked, type Piece } from "#src/course/search/excerpt.ts";
import type { Hit } from "#src/course/search/search-index.ts";
import { subscriptsIn } from "#src/course/search/subscripts.ts";
import { textFragment } from "#src/course/search/text-fragment.ts";
import { sitePath } from "#src/course/site-path.ts";

/** Of these the first line says what they are, whatever else was found in them. */
const DEFINED = ["symbol", "term"];

/** Long texts, in which one would have to look for what was found. */
const LONG = ["section", "notebook"];

/**
 * A link to what was found: its kind, its title, where it stands, and the sentence that says it; of a
 * symbol the meaning stands beside the letter.
 */
export function resultRow({ entry, terms }: Hit): HTMLAnchorElement {
  const { kind, title, where, text } = entry;
  const said = DEFINED.includes(kind) ? text.slice(0, text.indexOf("\n") >>> 0) : text;
  const name = inPieces(marked(title, new Set(terms)));
  const excerpt = said === "" ? [] : inPieces(excerptOf(said, terms));
  const symbol = kind === "symbol" && said !== "";
  if (symbol) name.push(" – ", make("span", { className: "find-meaning" }, ...excerpt));
  const row = make(
    "a",
    { className: "find-row", href: sitePath(entry.at) + placeIn(kind, entry.at, text, terms) },
    make("span", { className: "find-kind" }, KIND_WORDS[kind]),
    make("span", { className: "find-title" }, ...name),
    make("span", { className: "find-where" }, where),
  );
  if (excerpt.length > 0 && !symbol)
    row.append(make("span", { className: "find-text" }, ...excerpt));
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

/** Where the browser does not know of such a place, it would take it for a part of the anchor. */
function placeIn(kind: string, at: string, text: string, terms: readonly string[]): string {
  const known = "fragmentDirective" in document && LONG.includes(kind) && at.includes("#");
  return known ? textFragment(text, terms) : "";
}

function inPieces(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.flatMap(({ text, hit }) => {
    const parts = subscriptsIn(text).map((part) =>
      part.low ? make("sub", {}, part.text) : part.text,
    );
    return hit ? [make("mark", {}, ...parts)] : parts;
  });
}
