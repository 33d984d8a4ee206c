import { say } from "#src/language/say.ts";
import { extractCells } from "./cells.ts";
import { numberEquations } from "./equation-labels.ts";
import { extractExercises } from "./exercise-numbers.ts";
import { headingAnchors } from "./heading-anchors.ts";
import { withoutFences } from "./without-fences.ts";

/** What can be referred to in a chapter. */
export type ItemKind = "section" | "equation" | "figure" | "exercise" | "statement" | "cell";

/** One thing of a chapter that has an anchor, and what a reference to it says. */
export interface ChapterItem {
  readonly kind: ItemKind;
  /** Its id on the page. */
  readonly anchor: string;
  /** "(6.1)", "Figure 6.3", "Exercise 6.2", "Theorem 7.1"; the title of a section or cell in quotes. */
  readonly label: string;
}

const HEADING = /^#{2,3} +(.+?) *$/gm;
const WIDGET = /^import (\w+) from "#components\/widgets\//gm;
/** Kinds of statements, as they are named. */
const STATEMENTS: Readonly<Record<string, string>> = {
  theorem: say("Theorem"),
  lemma: say("Lemma"),
  proposition: say("Proposition"),
  corollary: say("Corollary"),
};
const STATEMENT = /<Statement\b([^>]*)>/g;

/**
 * Everything in a chapter that a reference can lead to, kind by kind, in order of appearance; the
 * place among its kind gives a number.
 *
 * @param mdx the chapter's source
 * @param chapter the chapter's number, the part before the point
 * @throws Error when two of one kind have one name
 */
export function chapterItems(mdx: string, chapter: number): readonly ChapterItem[] {
  const prose = withoutFences(mdx);
  const numbered = (kind: ItemKind, name: string, anchors: readonly string[]) =>
    anchors.map((anchor, i) => ({ kind, anchor, label: `${name} ${chapter}.${i + 1}` }));
  return [
    ...sections(prose),
    ...[...numberEquations(mdx, chapter)].map(([label, number]) => ({
      kind: "equation" as const,
      anchor: `eq-${label}`,
      label: `(${number})`,
    })),
    ...numbered("figure", say("Figure"), figures(prose)),
    ...numbered(
      "exercise",
      say("Exercise"),
      extractExercises(mdx).map((id) => `exercise-${id}`),
    ),
    ...statements(prose, chapter),
    ...extractCells(mdx).map(({ id, title }) => ({
      kind: "cell" as const,
      anchor: `cell-${id}`,
      label: `“${title ?? say("Cell {id}", { id })}”`,
    })),
  ];
}

/** Headings in order, with the anchors that Markdown gives them. */
export function sections(prose: string): readonly ChapterItem[] {
  const anchorOf = headingAnchors();
  return [...prose.matchAll(HEADING)].map(([, title = ""]) => ({
    kind: "section",
    anchor: anchorOf(title),
    label: `“${title.replaceAll("'", "’")}”`,
  }));
}

/** Ids of the figures: a figure is named after its component, or after its scene. */
function figures(prose: string): readonly string[] {
  const names = [...prose.matchAll(WIDGET)].map(([, name]) => name);
  if (names.length === 0) return [];
  const tags = new RegExp(`<(${names.join("|")})\\b([^>]*?)/>`, "g");
  return [...prose.matchAll(tags)].map(
    ([, name = "", attributes = ""]) =>
      /\bscene="([^"]+)"/.exec(attributes)?.[1] ??
      name.replace(/(?!^)(?=[A-Z])/g, "-").toLowerCase(),
  );
}

/** Theorems, lemmas and the like share one row of numbers. */
function statements(prose: string, chapter: number): readonly ChapterItem[] {
  return [...prose.matchAll(STATEMENT)].map(([, attributes = ""], i) => {
    const [kind = "", id = ""] = ["kind", "id"].map(
      (name) => new RegExp(`\\b${name}="([^"]+)"`).exec(attributes)?.[1] ?? "",
    );
    const label = `${STATEMENTS[kind] ?? kind} ${chapter}.${i + 1}`;
    return { kind: "statement", anchor: `${kind}-${id}`, label };
  });
}
