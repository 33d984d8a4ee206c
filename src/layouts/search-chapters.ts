import { type CollectionEntry, getCollection, getEntry } from "astro:content";
import { extractExercises } from "#src/course/exercise-numbers.ts";
import type { ChapterEntry } from "#src/course/parse-contents.ts";
import {
  chapterEntries,
  exerciseEntry,
  figureEntries,
  sectionEntries,
} from "#src/course/search/chapter-entries.ts";
import type { Entry } from "#src/course/search/entry.ts";
import { lettersOf } from "#src/course/search/look-up-entries.ts";
import { plainText } from "#src/course/search/plain-text.ts";
import { sectionsOf } from "#src/course/search/sections.ts";
import { fill } from "#src/grading/fill.ts";
import { bookNumbers } from "#src/grading/variant.ts";
import { say } from "#src/language/say.ts";
import { chapterOrder } from "./contents.ts";
import { figuresIn } from "./figures.ts";
import { workedNotebooks } from "./notebooks.ts";

/** How a work is named in a text, by its key. */
type NameOf = (key: string) => string;

/** The written chapters with their sections, cells, figures and exercises. */
export async function chaptersAsEntries(nameOf: NameOf): Promise<readonly Entry[]> {
  const written = new Map((await getCollection("chapters")).map((entry) => [entry.id, entry]));
  const chapters = await Promise.all(
    chapterOrder.flatMap((place) => {
      const entry = written.get(place.id);
      return entry ? [chapterAsEntries(place, entry, nameOf)] : [];
    }),
  );
  return chapters.flat();
}

/** The worked notebooks, with the sections and cells of each. */
export async function notebooksAsEntries(nameOf: NameOf): Promise<readonly Entry[]> {
  const notebooks = await workedNotebooks();
  const entries = notebooks.map(async (entry): Promise<readonly Entry[]> => {
    const { title, summary } = entry.data;
    const sections = sectionsOf(entry.body ?? "", 0, nameOf);
    const at = `notebook/${entry.id}/`;
    const text = [plainText(summary), sections[0]?.text ?? ""].join("\n");
    return [
      { kind: "notebook", title, where: say("Worked notebook"), at, names: entry.id, text },
      ...sectionEntries(sections, "notebook", title, at),
    ];
  });
  return (await Promise.all(entries)).flat();
}

async function chapterAsEntries(
  place: ChapterEntry,
  entry: CollectionEntry<"chapters">,
  nameOf: NameOf,
): Promise<readonly Entry[]> {
  const body = entry.body ?? "";
  const sections = sectionsOf(body, place.number, nameOf);
  const { summary, objectives } = entry.data;
  const concepts = await Promise.all(place.concepts.map((key) => getEntry("glossary", key)));
  const letters = concepts.flatMap((concept) => lettersOf(concept?.data.definition ?? ""));
  return [
    ...chapterEntries({ place, summary, objectives, sections }).map((one) =>
      one.kind === "chapter" ? { ...one, names: [one.names, ...letters].join(" ") } : one,
    ),
    ...figureEntries(place, figuresIn(body, sections)),
    ...(await Promise.all(
      extractExercises(body).map((id, index) =>
        exerciseAsEntry(place, `${place.number}.${index + 1}`, id),
      ),
    )),
  ];
}

async function exerciseAsEntry(place: ChapterEntry, number: string, id: string): Promise<Entry> {
  const entry = await getEntry("exercises", id);
  if (!entry)
    throw new Error(
      `search: there is no folder content/exercises/${id}. Correct the id or add it.`,
    );
  const { data, body = "" } = entry;
  const prompt = data.varies ? fill(body, bookNumbers(data.varies)) : body;
  return exerciseEntry(place, number, id, data, prompt);
}
