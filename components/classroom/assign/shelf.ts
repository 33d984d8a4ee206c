import { button } from "#components/shell/make.ts";
import { momentInWords } from "#src/classroom/due.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { Draft } from "./draft.ts";

/** What can be done with a kept assignment. */
export interface ShelfEvents {
  readonly open: (draft: Draft) => void;
  readonly copy: (draft: Draft) => void;
  readonly remove: (draft: Draft) => void;
}

/** Lists the assignments that are kept; the one of the id is open. */
export function showShelf(
  list: HTMLElement,
  drafts: readonly Draft[],
  current: string,
  { open, copy, remove }: ShelfEvents,
): void {
  const items = drafts.map((draft) => {
    const { id, title, exercises, due } = draft.assignment;
    const item = document.createElement("li");
    const name = button(title.trim() || say("Without a title"), () => open(draft));
    name.className = "assign-open";
    if (id === current) name.setAttribute("aria-current", "true");
    const note = document.createElement("span");
    note.className = "classroom-note";
    const count = sayCount(
      { one: "{count} exercise", other: "{count} exercises" },
      exercises.length,
    );
    note.textContent =
      due === undefined
        ? count
        : say("{exercises}, due {time}", {
            exercises: count,
            time: momentInWords(due, draft.zone),
          });
    const named = (text: string, act: () => void) => {
      const made = button(text, act);
      made.setAttribute("aria-label", `${text} ${title.trim() || say("without a title")}`);
      return made;
    };
    item.append(
      name,
      note,
      named(say("Duplicate"), () => copy(draft)),
      named(say("Delete"), () => remove(draft)),
    );
    return item;
  });
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
}
