import { exerciseHtml } from "#components/exercise/exercise-html.ts";
import type { OwnExercise } from "#src/classroom/assignment.ts";
import { ownQuestion } from "#src/classroom/own-exercise.ts";
import { escaped } from "#src/course/escaped.ts";
import type { Material } from "#src/course/exercise-material.ts";
import { exerciseSchema } from "#src/course/exercise-schema.ts";
import type { Markdown } from "./markdown.ts";

/**
 * An exercise of the teacher's own as HTML, by the functions that make the book's, and what checking
 * it takes.
 *
 * @throws Error in words when there is something wrong with it
 */
export function ownExercise(
  own: OwnExercise,
  { line, text }: Markdown,
): { readonly html: string; readonly material: Material } {
  const read = ownQuestion(own, line);
  if ("problems" in read) throw new Error(read.problems.join(" "));
  const data = exerciseSchema.parse(own.data);
  const { id, files = {}, prompt } = own;
  const code = { starter: files["starter.ts"] ?? "", solution: files["solution.ts"] ?? "" };
  const { feedback, job } = read.question;
  const name = escaped(id);
  return {
    html: `<downhill-exercise id="exercise-${name}" data-exercise="${name}" role="group" aria-labelledby="exercise-${name}-title">
<p class="exercise-title" id="exercise-${name}-title"><a></a> <span>${line(data.title)}</span> <span class="exercise-state" data-part="state"></span></p>
<div class="exercise-prompt">${text(prompt)}</div>
${exerciseHtml(id, data, code, line)}</downhill-exercise>`,
    material: { feedback, ...(job && { job }) },
  };
}
