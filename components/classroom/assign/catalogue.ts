import type { IndexedExercise } from "#src/course/exercise-index.ts";
import type { ExerciseData } from "#src/course/exercise-schema.ts";
import { say, sayCount } from "#src/language/say.ts";

/** The list of all exercises of the book, as the page has it. */
export interface Catalogue {
  /** The exercise of an id, where the book has it. */
  readonly find: (id: string) => IndexedExercise | undefined;
  /** Shows which exercises are chosen. */
  readonly mark: (chosen: ReadonlySet<string>) => void;
}

/**
 * Makes the list of all exercises live: search, kinds, and a button at each.
 * @param onPress called with the exercise whose button was pressed, to be added or taken out
 */
export function openCatalogue(
  root: HTMLElement,
  onPress: (exercise: IndexedExercise) => void,
): Catalogue {
  const items = [...root.querySelectorAll<HTMLElement>("[data-entry]")];
  const byId = new Map(items.map((item) => [item.dataset["entry"] ?? "", indexed(item)]));
  const search = root.querySelector<HTMLInputElement>("[data-part=search]");
  const kind = root.querySelector<HTMLSelectElement>("[data-part=kind]");
  const found = root.querySelector<HTMLElement>("[data-part=found]");
  const chapters = [...root.querySelectorAll<HTMLDetailsElement>("[data-catalogue]")];

  const filter = () => {
    const words = (search?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = kind?.value ?? "";
    let count = 0;
    for (const chapter of chapters) {
      const title = chapter.querySelector("summary")?.textContent?.toLowerCase() ?? "";
      let here = 0;
      for (const item of chapter.querySelectorAll<HTMLElement>("[data-entry]")) {
        const text = `${title} ${item.textContent?.toLowerCase()} ${item.dataset["entry"]}`;
        const shown =
          words.every((word) => text.includes(word)) &&
          (wanted === "" || item.dataset["kind"] === wanted);
        item.hidden = !shown;
        if (shown) here++;
      }
      const searching = words.length > 0 || wanted !== "";
      chapter.hidden = here === 0;
      if (searching) chapter.open = here > 0;
      count += here;
    }
    if (found)
      found.textContent =
        count === 0
          ? say("No exercise has that.")
          : sayCount({ one: "{count} exercise", other: "{count} exercises" }, count);
  };
  search?.addEventListener("input", filter);
  kind?.addEventListener("change", filter);
  root.addEventListener("click", ({ target }) => {
    const item =
      target instanceof Element &&
      target.closest("[data-add]")?.closest<HTMLElement>("[data-entry]");
    const entry = item && byId.get(item.dataset["entry"] ?? "");
    if (entry) onPress(entry);
  });
  return {
    find: (id) => byId.get(id),
    mark(chosen) {
      for (const item of items) {
        const button = item.querySelector("[data-add]");
        const is = chosen.has(item.dataset["entry"] ?? "");
        button?.setAttribute("aria-pressed", String(is));
        if (button) button.textContent = is ? "✓" : "+";
      }
    },
  };
}

function indexed(item: HTMLElement): IndexedExercise {
  const { entry = "", chapter = "", number = "", kind, edition } = item.dataset;
  return {
    id: entry,
    chapter,
    number,
    kind: kind as ExerciseData["kind"],
    title: item.querySelector("[data-title]")?.innerHTML ?? entry,
    ...(edition !== undefined && { edition: Number(edition) }),
  };
}
