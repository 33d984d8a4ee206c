import { cellsOf } from "#components/cell/cell-element.ts";
import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import { embedSection } from "./embed-section.ts";
import { fileSection } from "./file-section.ts";
import { linkSection } from "./link-section.ts";
import { titleOfCell } from "./page-name.ts";
import { printSection } from "./print-section.ts";
import { cellsAreReady } from "./shared-work.ts";
import "./sharing-style.ts";

let dialog: HTMLDialogElement | undefined;

/**
 * Opens "Share or take away": a link, a file, or the text that puts a part into another page, print. The
 * browser gives the keyboard back to the button that opened it.
 * @param only the id of one cell; default: the page
 */
export async function openShareDialog(only?: string): Promise<void> {
  await cellsAreReady();
  dialog ??= made();
  const cell = cellsOf(document).find(({ cellId }) => cellId === only);
  const subject = cell
    ? titleOfCell(cell)
    : (document.querySelector("h1")?.textContent?.trim() ?? document.title);
  const heading = make("h2", { id: "share-title" }, say("Share or take away"));
  const close = button(say("Close"), () => dialog?.close());
  dialog.replaceChildren(
    make("div", { className: "share-head" }, heading, close),
    make("p", { className: "share-subject" }, subject),
    linkSection(only),
    fileSection(only),
    embedSection(only),
    ...(only === undefined ? [printSection(() => dialog?.close())] : []),
  );
  dialog.showModal();
}

function made(): HTMLDialogElement {
  const element = make("dialog", { className: "share-dialog" });
  element.setAttribute("aria-labelledby", "share-title");
  // A press beside it closes it; all of what is inside lies in its children.
  element.addEventListener("click", ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    if (target === element && !inside) element.close();
  });
  document.body.append(element);
  return element;
}
