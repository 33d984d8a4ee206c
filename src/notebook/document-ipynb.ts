import { say } from "#src/language/say.ts";
import type { Notebook, NotebookPart } from "./document.ts";
import { freeId, readNotebook } from "./document-read.ts";

/** Languages of Jupyter notebooks whose cells are cells here. */
const LANGUAGES = ["typescript", "javascript", "ts", "js", "deno"];

/**
 * A Jupyter notebook of format 4 with cells in TypeScript or JavaScript. Outputs are left behind:
 * the cells can be run. When it cannot be read, the problem in words.
 */
export function readIpynb(
  data: object,
): { readonly notebook: Notebook } | { readonly problem: string } {
  const { nbformat, metadata, cells } = data as Record<string, unknown>;
  if (nbformat !== 4 || !Array.isArray(cells))
    return {
      problem: say(
        "Jupyter notebooks of format 4 can be opened; this one is of format {format}. Nothing was opened.",
        { format: String(nbformat).slice(0, 20) },
      ),
    };
  const language = languageOf(metadata);
  if (language !== undefined && !LANGUAGES.includes(language))
    return {
      problem: say(
        "This Jupyter notebook is written in {language}. Cells here are TypeScript or JavaScript. Nothing was opened.",
        { language: language.slice(0, 40) },
      ),
    };
  const parts: NotebookPart[] = [];
  for (const cell of cells) {
    const { cell_type: type, source, metadata: about } = (cell ?? {}) as Record<string, unknown>;
    const text = Array.isArray(source) ? source.join("") : source;
    if (typeof text !== "string") continue;
    const kind = type === "code" ? "code" : "prose";
    parts.push({ kind, id: freeId(kind, parts), text, ...titleOf(kind, about) });
  }
  const read = readNotebook({ title: titleFrom(parts, metadata), parts });
  return "problem" in read
    ? { problem: say("{problem} Nothing was opened.", { problem: read.problem }) }
    : read;
}

function languageOf(metadata: unknown): string | undefined {
  const { language_info: info, kernelspec } = (metadata ?? {}) as Record<string, unknown>;
  const { name } = (info ?? {}) as Record<string, unknown>;
  const { language } = (kernelspec ?? {}) as Record<string, unknown>;
  const found = typeof name === "string" ? name : language;
  return typeof found === "string" ? found.toLowerCase() : undefined;
}

function titleOf(kind: NotebookPart["kind"], metadata: unknown): { readonly title?: string } {
  const { title } = (metadata ?? {}) as Record<string, unknown>;
  return kind === "code" && typeof title === "string" ? { title } : {};
}

function titleFrom(parts: readonly NotebookPart[], metadata: unknown): string {
  const { title } = (metadata ?? {}) as Record<string, unknown>;
  if (typeof title === "string" && title.trim() !== "") return title;
  const heading = /^#+\s+(.+)$/m.exec(parts.find(({ kind }) => kind === "prose")?.text ?? "");
  return heading?.[1]?.trim() ?? "Notebook from Jupyter";
}
