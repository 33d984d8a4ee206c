import type { LinkedNames } from "#src/course/linked-names.ts";

/** What notation.json of a chapter holds: what its symbols are called, and what the cards say. */
export interface ChapterNotation extends LinkedNames {
  /** Drawn name → id of the symbol. */
  readonly names: Readonly<Record<string, string>>;
  /** Id → HTML. */
  readonly cards: Readonly<Record<string, string>>;
}
