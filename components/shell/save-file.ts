/** Time for a browser to take hold of what it saves, also after asking where to, in milliseconds. */
const TAKEN = 60_000;

/** Has the browser save a file, in answer to the reader's press. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN);
}
