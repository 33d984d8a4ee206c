import { addStyle } from "#components/shell/add-style.ts";
import { make } from "#components/shell/make.ts";
import css from "./find.css?inline";
import results from "./results.css?inline";

/** A dialog over the page, which a press beside it closes; Escape does so in any. */
export function modalDialog(label: string): HTMLDialogElement {
  // Imported as it is, the style would stand in the page from the start.
  addStyle(css + results);
  const dialog = make("dialog", { className: "find-dialog", ariaLabel: label });
  dialog.addEventListener("pointerdown", ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    if (target === dialog && !inside) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
