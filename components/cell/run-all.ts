import { say } from "#src/language/say.ts";
import { cellsOf } from "./cell-element.ts";
import { session } from "./session.ts";

let undo: HTMLButtonElement | undefined;

/** Runs all cells of the page; a button beside the one that was pressed brings back what they showed. */
export function runAll(pressed: HTMLElement): void {
  const cells = cellsOf(document).filter(({ dataset }) => dataset["ready"] !== undefined);
  const backs = cells.map((cell) => cell.remember());
  undo?.remove();
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say("Undo: show what was there before");
  button.addEventListener("click", () => {
    session.stop();
    for (const back of backs) back();
    button.remove();
    pressed.focus();
  });
  pressed.after(" ", button);
  undo = button;
  session.runAll();
}
