import { say } from "#src/language/say.ts";

/** What can be found, in the order in which ties are broken. */
export const KINDS = [
  "chapter",
  "section",
  "term",
  "method",
  "symbol",
  "export",
  "figure",
  "exercise",
  "equation",
  "cell",
  "convention",
  "notebook",
  "work",
  "correction",
  "page",
] as const;

export type Kind = (typeof KINDS)[number];

/** One thing that can be found. */
export interface Entry {
  readonly kind: Kind;
  readonly title: string;
  /** Where it stands, in a few words, such as "6 Momentum"; may be empty. */
  readonly where: string;
  /** Its address from the root of the book, such as "momentum/#the-phase-diagram". */
  readonly at: string;
  /** Other words that it is called by; they are searched, and not shown. */
  readonly names: string;
  /** What it says, as plain text, a line for each paragraph. */
  readonly text: string;
}

/** How a reader calls the kinds. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  chapter: say("Chapter"),
  section: say("Section"),
  term: say("Term"),
  method: say("Method"),
  symbol: say("Symbol"),
  export: say("Code"),
  figure: say("Figure"),
  exercise: say("Exercise"),
  equation: say("Equation"),
  cell: say("Cell"),
  convention: say("Convention"),
  notebook: say("Notebook"),
  work: say("Work"),
  correction: say("Correction"),
  page: say("Page"),
};
