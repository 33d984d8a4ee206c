import { say } from "#src/language/say.ts";
import { GROUP, scrollsSideways } from "./groups.ts";

/** Says by which keys the symbols of an equation or of some code are reached, when the focus comes to it. */
export function hintAtKeys(): void {
  const hint = (target: EventTarget | null) => {
    const group = target instanceof Element ? target.closest(GROUP) : null;
    const frame = group?.parentElement;
    if (!group?.querySelector("[data-symbol]") || !frame) return;
    frame.dataset["hint"] = hintTo(group.matches("pre"), scrollsSideways(group));
  };
  for (const listing of document.querySelectorAll(".listing > pre"))
    listing.ariaDescription = say("Arrow keys explain its variables, with Shift where they scroll");
  document.addEventListener("focusin", ({ target }) => hint(target));
  hint(document.activeElement);
}

function hintTo(code: boolean, shifted: boolean): string {
  if (shifted)
    return code
      ? say("Shift and ← → explain the variables")
      : say("Shift and ← → explain the symbols");
  return code ? say("← → explain the variables") : say("← → explain the symbols");
}
