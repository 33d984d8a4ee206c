import { say } from "#src/language/say.ts";
import type { ChapterExercises } from "../exercise-index.ts";
import type { ExerciseData } from "../exercise-schema.ts";
import type { ChapterEntry } from "../parse-contents.ts";
import type { Entry } from "./entry.ts";
import { type Figure, figureOf, type WidgetSources } from "./figures.ts";
import { plainText } from "./plain-text.ts";
import type { Section } from "./sections.ts";

/** What a chapter's page is made from. */
export interface ChapterSource {
  readonly place: ChapterEntry;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly sections: readonly Section[];
}

/** What can be found in a chapter: itself, its sections, cells and equations. Figures and exercises are apart. */
export function chapterEntries({
  place,
  summary,
  objectives,
  sections,
}: ChapterSource): readonly Entry[] {
  const { id, number, title, short } = place;
  const where = `${number} ${title}`;
  const opening = sections.find(({ slug }) => slug === undefined)?.text ?? "";
  return [
    {
      kind: "chapter",
      title: where,
      where: say("Chapter {number}", { number }),
      at: `${id}/`,
      names: `${short} ${say("Chapter {number}", { number })}`,
      text: [plainText(summary), ...objectives.map((one) => plainText(one)), opening].join("\n"),
    },
    ...sectionEntries(sections, "section", where, `${id}/`),
    ...sections.flatMap(({ heading, equations }) =>
      equations.map(
        ({ label, number: place, plain }): Entry => ({
          kind: "equation",
          title: say("Equation ({number})", { number: place }),
          where: `${where} › ${heading}`,
          at: `${id}/#eq-${label}`,
          names: label,
          text: plain,
        }),
      ),
    ),
  ];
}

/** The sections and cells of a page. */
export function sectionEntries(
  sections: readonly Section[],
  kind: "section" | "notebook",
  where: string,
  page: string,
): readonly Entry[] {
  return sections.flatMap(({ slug, heading, path, text, cells }) => [
    ...(slug === undefined
      ? []
      : [
          {
            kind,
            title: heading,
            where: [where, ...path.slice(0, -1)].join(" › "),
            at: `${page}#${slug}`,
            names: "",
            text,
          },
        ]),
    ...cells.map(({ id, title, source }) => ({
      kind: "cell" as const,
      title: title ?? say("Cell {id}", { id }),
      where: [where, heading].filter((part) => part !== "").join(" › "),
      at: `${page}#cell-${id}`,
      names: id,
      text: source,
    })),
  ]);
}

/** The figures of a chapter in order, numbered as the page numbers them. */
export function figuresOfChapter(
  sections: readonly Section[],
  widgets: ReadonlySet<string>,
  sources: WidgetSources,
): readonly Figure[] {
  return sections
    .flatMap(({ components }) => components)
    .filter(({ name }) => widgets.has(name))
    .map(({ name, tag }) => figureOf(name, tag, sources));
}

/** The components that a chapter takes from components/widgets. */
export function widgetsOf(mdx: string): ReadonlySet<string> {
  const names = mdx.matchAll(/^import (\w+) from "#components\/widgets\//gm);
  return new Set([...names].map(([, name = ""]) => name));
}

/** The figures of a chapter, as they can be found. */
export function figureEntries(place: ChapterEntry, figures: readonly Figure[]): readonly Entry[] {
  return figures.map(({ id, title, caption }, index) => ({
    kind: "figure",
    title,
    where: say("Figure {chapter}.{number} › {chapter} {title}", {
      chapter: place.number,
      number: index + 1,
      title: place.title,
    }),
    at: `${place.id}/#${id}`,
    names: say("Figure {number}", { number: `${place.number}.${index + 1}` }),
    text: caption,
  }));
}

/**
 * An exercise by what it asks. Hints, answers and what is said of mistakes are no one's to find.
 *
 * @param prompt with the numbers of the book put in
 */
export function exerciseEntry(
  { id: chapter, number, title: chapterTitle }: Pick<ChapterExercises, "id" | "number" | "title">,
  index: string,
  id: string,
  data: ExerciseData,
  prompt: string,
): Entry {
  return {
    kind: "exercise",
    title: plainText(data.title),
    where: say("Exercise {number} › {chapter} {title}", {
      number: index,
      chapter: number,
      title: chapterTitle,
    }),
    at: `${chapter}/#exercise-${id}`,
    names: say("Exercise {number}", { number: index }),
    text: plainText([prompt, ...asked(data)].join("\n\n")),
  };
}

/** The texts of an exercise beside its prompt that stand open on the page. */
function asked(data: ExerciseData): readonly string[] {
  switch (data.kind) {
    case "number":
      return data.boxes.map(({ label }) => label);
    case "choice":
      return data.options.map(({ text }) => text);
    case "match":
      return [...data.rows.map(({ text }) => text), ...data.options];
    case "order":
      return data.steps.map(({ text }) => text).sort();
    case "formula":
      return data.variables.map(({ meaning }) => meaning);
    default:
      return [];
  }
}
