import { saveFile } from "#components/shell/save-file.ts";
import { typeOf } from "#src/notebook/file-output.ts";
import type { Output } from "#src/notebook/output.ts";

/** Lets the reader save the files that a run offers; nothing is saved before a button is pressed. */
export function offerFiles(container: HTMLElement, outputs: readonly Output[]): void {
  const files = outputs.filter((output) => output.kind === "file");
  const buttons = container.querySelectorAll<HTMLButtonElement>("[data-file]");
  for (const [i, button] of [...buttons].entries()) {
    const file = files[i];
    if (!file) continue;
    button.disabled = false;
    button.onclick = () => saveFile(file.name, file.content as BlobPart, typeOf(file.name));
    const note = button.nextElementSibling;
    if (note instanceof HTMLElement) note.textContent = note.dataset.ready ?? "";
  }
}
