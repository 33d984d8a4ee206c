import { getCollection, getEntry } from "astro:content";
import type { ChapterExercises, IndexedExercise } from "#src/course/exercise-index.ts";
import { extractExercises } from "#src/course/exercise-numbers.ts";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";
import { chapterOrder } from "./contents.ts";

/** The exercises of all written chapters that have some, in the order of the book. */
export async function exerciseIndex(): Promise<readonly ChapterExercises[]> {
  const written = new Map((await getCollection("chapters")).map((entry) => [entry.id, entry]));
  const chapters = await Promise.all(
    chapterOrder.map(async ({ id, number, title }) => {
      const ids = extractExercises(written.get(id)?.body ?? "");
      const exercises = await Promise.all(
        ids.map((exercise, index) => indexed(exercise, id, `${number}.${index + 1}`)),
      );
      return { id, number, title, exercises: exercises.flat() };
    }),
  );
  return chapters.filter(({ exercises }) => exercises.length > 0);
}

async function indexed(
  id: string,
  chapter: string,
  number: string,
): Promise<readonly IndexedExercise[]> {
  const entry = await getEntry("exercises", id);
  if (!entry) return [];
  const { kind, title, varies } = entry.data;
  return [
    {
      id,
      chapter,
      number,
      kind,
      title: inlineMarkdown(title),
      ...(varies && { edition: varies.edition }),
    },
  ];
}
