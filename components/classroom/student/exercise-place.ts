import { giveMaterial } from "#components/exercise/material.ts";
import type { AssignedExercise, Assignment } from "#src/classroom/assignment.ts";
import { type Student, variantOf } from "#src/classroom/student.ts";
import { listed } from "#src/language/listed.ts";
import { say, sayCount } from "#src/language/say.ts";
import { exerciseElement, exerciseParts } from "../exercise-parts.ts";
import { scopeOf } from "./student-store.ts";

export interface PlaceOptions {
  readonly assignment: Assignment;
  readonly student: Student;
  /** Where the book begins, such as "/". */
  readonly base: string;
  /** Work is only tried, and forgotten with the page. */
  readonly forgets: boolean;
}

/**
 * An exercise of an assignment, not yet on the page: the book's own element in the numbers of the
 * student, without the hints and solutions that the teacher has switched off. Where there is none,
 * words.
 *
 * @param index its place in the assignment, from 0
 */
export async function exercisePlace(
  exercise: AssignedExercise,
  index: number,
  options: PlaceOptions,
): Promise<HTMLElement> {
  const { assignment, student, forgets } = options;
  const place = document.createElement("section");
  place.className = "student-exercise";
  place.dataset["chapter"] = scopeOf(assignment);
  place.dataset["assigned"] = exercise.id;
  if (forgets) place.dataset["forgets"] = "";
  try {
    const { html, address } = await partsOf(exercise, options);
    place.dataset["exercises"] = address;
    const element = exerciseElement(html);
    element.dataset["numbers"] = variantOf(assignment.id, exercise, student) ?? "";
    name(element, exercise, index);
    withhold(element, assignment);
    place.append(element);
  } catch (error) {
    place.append(missing(exercise, index, error));
  }
  return place;
}

/** HTML of an exercise, and the address under which its material is found. */
async function partsOf(
  exercise: AssignedExercise,
  { assignment, base }: PlaceOptions,
): Promise<{ readonly html: string; readonly address: string }> {
  const { html, material } = await exerciseParts(exercise, assignment, base);
  if (typeof material === "string") return { html, address: material };
  const address = `own:${assignment.id}:${exercise.id}`;
  giveMaterial(address, { [exercise.id]: material });
  return { html, address };
}

/** Its name in the assignment; the link to its place in a chapter would leave the assignment. */
function name(element: HTMLElement, { points }: AssignedExercise, index: number): void {
  const number = document.createElement("span");
  number.className = "student-number";
  number.textContent = sayCount(
    { one: "Exercise {number} · 1 point", other: "Exercise {number} · {count} points" },
    points,
    { number: index + 1 },
  );
  element.querySelector(".exercise-title a")?.replaceWith(number);
}

/** Takes out what the teacher has switched off, and says so. */
function withhold(element: HTMLElement, { hints, solutions }: Assignment): void {
  const help = element.querySelector(".exercise-help");
  const opened = [...element.querySelectorAll("[data-hint]")];
  if (!hints) for (const hint of opened) hint.remove();
  const off = [
    ...(!hints && opened.length > 0 ? [say("hints")] : []),
    ...(solutions ? [] : [say("the solution")]),
  ];
  if (!solutions) {
    element.querySelector("[data-part=explanation]")?.replaceChildren();
    const stands = document.createElement("span");
    stands.dataset["part"] = "solution";
    element.querySelector("[data-part=solution]")?.replaceWith(stands);
  }
  if (off.length === 0) return;
  const note = document.createElement("p");
  note.className = "student-off";
  note.textContent = say("Your teacher has switched off {features} in this assignment.", {
    features: listed(off),
  });
  help?.append(note);
}

function missing({ id, chapter }: AssignedExercise, index: number, error: unknown): HTMLElement {
  const note = document.createElement("p");
  note.className = "student-problem";
  const reason = error instanceof Error ? error.message : String(error);
  const from =
    chapter === ""
      ? say("one of your teacher’s own")
      : say("of the chapter “{chapter}”", { chapter });
  note.textContent = say(
    "Exercise {number} (“{id}”, {origin}) cannot be shown here: {reason}. Check the connection and load the page again; if it stays away, this edition of the book does not have it: tell your teacher. The others can be answered and handed in.",
    { number: index + 1, id, origin: from, reason: reason.replace(/\.$/, "") },
  );
  return note;
}
