import type { AssignedExercise, Assignment, VariantChoice } from "#src/classroom/assignment.ts";
import { say, sayParts } from "#src/language/say.ts";

/** What a list of chosen exercises says to its page. */
export interface ChosenEvents {
  readonly points: (id: string, points: number) => void;
  readonly variant: (id: string, variant: VariantChoice) => void;
  readonly move: (id: string, by: -1 | 1) => void;
  readonly remove: (id: string) => void;
}

/** How an exercise is called in the list. */
export interface Named {
  /** "6.2", or nothing for one of the teacher's own. */
  readonly number: string;
  /** HTML from the book, or a text of the teacher's own. */
  readonly title: { readonly html: string } | { readonly text: string };
  readonly varies: boolean;
}

const VARIANTS: readonly (readonly [VariantChoice["kind"], string])[] = [
  ["student", say("other numbers for each student")],
  ["shared", say("the same other numbers for all")],
  ["book", say("the numbers of the book")],
];

/** Largest number from which shared variants are drawn; short, so that a teacher can say it. */
const SEEDS = 10_000;

/** Draws the exercises of an assignment, with fields for points and numbers and buttons to move each. */
export function showChosen(
  list: HTMLElement,
  { exercises }: Assignment,
  named: (exercise: AssignedExercise) => Named,
  events: ChosenEvents,
): void {
  list.replaceChildren(
    ...exercises.map((exercise, index) =>
      item(exercise, named(exercise), index === 0, index === exercises.length - 1, events),
    ),
  );
}

function item(
  exercise: AssignedExercise,
  { number, title, varies }: Named,
  first: boolean,
  last: boolean,
  { points, variant, move, remove }: ChosenEvents,
): HTMLLIElement {
  const { id } = exercise;
  const line = document.createElement("li");
  line.dataset["chosen"] = id;
  const name = document.createElement("span");
  name.className = "assign-name";
  name.id = `chosen-${id}`;
  if ("html" in title) name.innerHTML = title.html;
  else name.textContent = title.text;
  if (number !== "") name.prepend(`${number} `);

  const worth = document.createElement("label");
  const field = document.createElement("input");
  Object.assign(field, { type: "number", min: "0.5", max: "1000", step: "0.5" });
  field.value = String(exercise.points);
  field.setAttribute("aria-describedby", name.id);
  field.addEventListener("input", () => points(id, field.valueAsNumber || 0));
  worth.append(...sayParts("{number} points", { number: field }));

  const buttons = document.createElement("span");
  buttons.className = "assign-moves";
  buttons.append(
    button("↑", say("Move up"), name.id, () => move(id, -1), first),
    button("↓", say("Move down"), name.id, () => move(id, 1), last),
    button(say("Remove"), say("Remove"), name.id, () => remove(id)),
  );
  line.append(name, worth, ...(varies ? [numbers(exercise, name.id, variant)] : []), buttons);
  return line;
}

function numbers(
  { id, variant }: AssignedExercise,
  describedBy: string,
  onChoice: ChosenEvents["variant"],
): HTMLElement {
  const place = document.createElement("span");
  place.className = "assign-numbers";
  const select = document.createElement("select");
  select.setAttribute("aria-label", say("Numbers"));
  select.setAttribute("aria-describedby", describedBy);
  for (const [kind, words] of VARIANTS)
    select.append(new Option(words, kind, false, kind === variant.kind));
  const seed = document.createElement("label");
  const field = document.createElement("input");
  Object.assign(field, { type: "number", min: "0", max: String(2 ** 32 - 1), step: "1" });
  field.value = variant.kind === "shared" ? String(variant.seed) : "";
  seed.append(...sayParts("drawn from {number}", { number: field }));
  seed.hidden = variant.kind !== "shared";
  select.addEventListener("change", () => {
    const kind = select.value as VariantChoice["kind"];
    if (kind === "shared" && field.value === "")
      field.value = String((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS);
    seed.hidden = kind !== "shared";
    onChoice(id, kind === "shared" ? { kind, seed: Number(field.value) } : { kind });
  });
  field.addEventListener("input", () => {
    const value = Math.min(2 ** 32 - 1, Math.max(0, Math.floor(field.valueAsNumber || 0)));
    onChoice(id, { kind: "shared", seed: value });
  });
  place.append(select, seed);
  return place;
}

function button(
  text: string,
  label: string,
  describedBy: string,
  onPress: () => void,
  disabled = false,
): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.setAttribute("aria-label", label);
  made.setAttribute("aria-describedby", describedBy);
  made.disabled = disabled;
  made.addEventListener("click", onPress);
  return made;
}
