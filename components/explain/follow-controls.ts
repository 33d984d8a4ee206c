import type { Lamp } from "./linked.ts";

/** What sets a number: of a figure, of a cell. */
export const CONTROL = ".widget-slider, .control";

/**
 * Lights up what a control sets: while the mouse is over it, while it has the focus of the keyboard, and
 * from a finger's touch until the next one elsewhere.
 */
export function followControls(lamp: Lamp): void {
  const symbolAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest(CONTROL)?.getAttribute("data-symbol") : undefined;
  const focused = (target: EventTarget | null) =>
    target instanceof Element && target.matches(":focus-visible") ? symbolAt(target) : undefined;

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "touch") lamp.hold("pointer", symbolAt(target));
  });
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    if (pointerType === "touch") lamp.hold("pointer", symbolAt(target));
  });
  document.addEventListener("focusin", ({ target }) => lamp.hold("focus", focused(target)));
  document.addEventListener("focusout", () => lamp.hold("focus", undefined));

  // The one that has brought this here.
  lamp.hold("pointer", symbolAt([...document.querySelectorAll(":hover")].at(-1) ?? null));
  lamp.hold("focus", focused(document.activeElement));
}
