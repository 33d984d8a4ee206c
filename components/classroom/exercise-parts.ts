import type { AssignedExercise, Assignment } from "#src/classroom/assignment.ts";
import type { Material } from "#src/course/exercise-material.ts";
import { say } from "#src/language/say.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { loadMarkdown } from "./markdown.ts";

/** An exercise of an assignment as HTML, a `downhill-exercise`, with what it is checked with. */
export interface ExerciseParts {
  readonly html: string;
  /** Address of the book's file with it; the material itself of one of the teacher's own. */
  readonly material: string | Material;
}

/** What an address may have for a chapter and an exercise. */
const NAME = /^[a-z0-9-]+$/i;

/**
 * Loads an exercise of the book, or sets one of the teacher's own.
 *
 * @param base where the book begins, such as "/"
 * @throws Error with the reason in words
 */
export async function exerciseParts(
  { id, chapter }: AssignedExercise,
  assignment: Assignment,
  base: string,
): Promise<ExerciseParts> {
  const own = assignment.own?.find((one) => one.id === id);
  if (chapter === "" && own) {
    const [{ ownExercise }, markdown] = await Promise.all([
      import("./own-exercise.ts"),
      loadMarkdown(),
    ]);
    return ownExercise(own, markdown);
  }
  if (!NAME.test(chapter) || !NAME.test(id)) throw new Error(say("the book has no such exercise"));
  const { html } = JSON.parse(await fetchText(`${base}${chapter}/exercise/${id}.json`)) as {
    readonly html: string;
  };
  return { html, material: `${base}${chapter}/exercises.json` };
}

/** The element of an exercise, in no page yet. */
export function exerciseElement(html: string): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = html;
  const element = template.content.querySelector<HTMLElement>("downhill-exercise");
  if (!element) throw new Error(say("the server has sent something else"));
  return element;
}
