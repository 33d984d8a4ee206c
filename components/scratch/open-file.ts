import { say } from "#src/language/say.ts";
import {
  MOST_OF_FILE,
  type OpenedNotebook,
  readNotebookFile,
} from "#src/notebook/document-file.ts";

/** Reads a file that the reader has chosen or dropped; when it cannot, the problem in words. */
export async function openFile(file: File): Promise<OpenedNotebook | { readonly problem: string }> {
  if (file.size > 4 * MOST_OF_FILE)
    return {
      problem: say("“{name}” is too large for a notebook: {size} MB. Nothing was opened.", {
        name: file.name,
        size: (file.size / 1e6).toFixed(0),
      }),
    };
  try {
    return readNotebookFile(await file.text());
  } catch {
    return {
      problem: say(
        "“{name}” could not be read. It may have been moved or be a folder. Nothing was opened.",
        { name: file.name },
      ),
    };
  }
}

/** The name of the file that a notebook is saved as. */
export function fileName(title: string): string {
  const name = title
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${name === "" ? "notebook" : name}.notebook.json`;
}
