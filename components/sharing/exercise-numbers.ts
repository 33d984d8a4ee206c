/** The exercises of the page that are shown in other numbers than the book's: id → code. */
export function numbersOnPage(page: ParentNode): Readonly<Record<string, string>> {
  const found = [...page.querySelectorAll<HTMLElement>("downhill-exercise")].flatMap((exercise) => {
    const state = exercise.querySelector('[data-variant="state"]')?.textContent ?? "";
    const code = /^Variant (\S+)$/.exec(state)?.[1];
    return code === undefined ? [] : [[exercise.dataset["exercise"] ?? "", code] as const];
  });
  return Object.fromEntries(found);
}

/** What an exercise is called, or `undefined` when the page has none of that id with other numbers. */
export function titleOfExercise(page: ParentNode, id: string): string | undefined {
  return exerciseOf(page, id)?.querySelector(".exercise-title")?.textContent?.trim();
}

/**
 * Turns to the numbers of a code as the reader would, by the field for it: the exercise checks the
 * code, says what is wrong with it, and keeps what was written in the numbers before.
 */
export function takeNumbers(page: ParentNode, id: string, code: string): void {
  const form = exerciseOf(page, id)?.querySelector<HTMLFormElement>(".exercise-variants form");
  const field = form?.querySelector("input");
  if (!form || !field) return;
  field.value = code;
  form.requestSubmit();
}

function exerciseOf(page: ParentNode, id: string): HTMLElement | undefined {
  return [...page.querySelectorAll<HTMLElement>("downhill-exercise[data-varies]")].find(
    ({ dataset }) => dataset["exercise"] === id,
  );
}
