import { typeOf } from "#src/notebook/file-output.ts";
import type { FileOutput, Output } from "#src/notebook/output.ts";

/** Lets the reader save the files that a run offers; nothing is saved before a button is pressed. */
export function offerFiles(container: HTMLElement, outputs: readonly Output[]): void {
  const files = outputs.filter((output) => output.kind === "file");
  const buttons = container.querySelectorAll<HTMLButtonElement>("[data-file]");
  for (const [i, button] of [...buttons].entries()) {
    const file = files[i];
    if (!file) continue;
    button.disabled = false;
    button.onclick = () => save(file);
    const note = button.nextElementSibling;
    if (note instanceof HTMLElement) note.textContent = note.dataset.ready ?? "";
  }
}

function save({ name, content }: FileOutput): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type: typeOf(name) }));
  link.download = name;
  link.click();
  // The browser has taken hold of the data by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
