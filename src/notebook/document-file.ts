import { say } from "#src/language/say.ts";
import type { Notebook } from "./document.ts";
import { readIpynb } from "./document-ipynb.ts";
import { readNotebook } from "./document-read.ts";

/** The shape of a notebook file, counted up whenever it changes. */
const VERSION = 1;
/** The most characters of a notebook file. */
export const MOST_OF_FILE = 5_000_000;

/** A notebook from a file or a link, and who sent it where that is said. */
export interface OpenedNotebook {
  readonly notebook: Notebook;
  readonly by?: string;
}

/** A notebook as data for a file or a link: plain, and what `openedFrom` reads. */
export function notebookData({ title, parts }: Notebook, by?: string): object {
  return {
    format: "downhill-notebook",
    version: VERSION,
    ...(by !== undefined && by.trim() !== "" && { by: by.trim().slice(0, 60) }),
    title,
    parts,
  };
}

/** The text of a notebook file. */
export function notebookFile(notebook: Notebook): string {
  return `${JSON.stringify(notebookData(notebook), null, 2)}\n`;
}

/** Reads the text of a notebook file, or of a Jupyter notebook; when it cannot, the problem in words. */
export function readNotebookFile(text: string): OpenedNotebook | { readonly problem: string } {
  if (text.length > MOST_OF_FILE)
    return {
      problem: say(
        "This file is too large for a notebook: {size} million characters, where {limit} million are read. Nothing was opened.",
        { size: (text.length / 1e6).toFixed(1), limit: MOST_OF_FILE / 1e6 },
      ),
    };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {
      problem: text.trimStart().startsWith("{")
        ? say(
            "This file is damaged or was cut off: it ends before its text does. Nothing was opened; save or download it once more.",
          )
        : say(
            "This file is no notebook. A notebook of this book ends in .json, one of Jupyter in .ipynb. Nothing was opened.",
          ),
    };
  }
  return openedFrom(data);
}

/** Reads the data of a notebook, or of a Jupyter notebook; when it cannot, the problem in words. */
export function openedFrom(data: unknown): OpenedNotebook | { readonly problem: string } {
  if (typeof data !== "object" || data === null) return foreign;
  const { format, version, by, nbformat } = data as Record<string, unknown>;
  if (nbformat !== undefined) return readIpynb(data);
  if (format === "downhill-work")
    return {
      problem: say(
        "This is a file of all your work, not of one notebook. Bring it back on the page My work.",
      ),
    };
  if (format !== "downhill-notebook") return foreign;
  if (version !== VERSION)
    return {
      problem: say(
        "This notebook was saved by another edition of the book (format {version}, here {own}). Open it there. Nothing was opened.",
        { version: String(version).slice(0, 20), own: VERSION },
      ),
    };
  const read = readNotebook(data);
  if ("problem" in read)
    return { problem: say("{problem} Nothing was opened.", { problem: read.problem }) };
  return typeof by === "string" && by.trim() !== ""
    ? { ...read, by: by.trim().slice(0, 60) }
    : read;
}

const foreign = {
  problem: say(
    "This comes from another program, or is no notebook. Notebooks of this book and of Jupyter can be opened. Nothing was opened.",
  ),
} as const;
