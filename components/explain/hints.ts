import { say } from "#src/language/say.ts";
import { GROUP, scrollsSideways } from "./groups.ts";

/** Says by which keys the symbols of an equation or of some code are reached, when the focus comes to it. */
export function hintAtKeys(): void {
  const hint = (target: EventTarget | null) => {
    const group = target instanceof Element ? target.closest(GROUP) : null;
    const frame = group?.parentElement;
    if (!group?.querySelector("[data-symbol]") || !frame) return;
    const what = group.matches("pre") ? "variables" : "symbols";
    frame.dataset["hint"] = `${scrollsSideways(group) ? "Shift and " : ""}← → explain the ${what}`;
  };
  for (const listing of document.querySelectorAll(".listing > pre"))
    listing.ariaDescription = say("Arrow keys explain its variables, with Shift where they scroll");
  document.addEventListener("focusin", ({ target }) => hint(target));
  hint(document.activeElement);
}
