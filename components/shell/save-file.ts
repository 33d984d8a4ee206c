/** Has the browser save a file, in answer to the reader's press. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser has taken hold of the data by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
