import { answerInWords } from "./answer-in-words.ts";
import { readProgress } from "./progress.ts";
import type { Work } from "./work-file.ts";

/** Work that no page of the book shows. */
export interface StrayWork {
  /** Under which key it is kept. */
  readonly key: string;
  /** Why it is on no page: its cell or exercise is gone, or it could not be read. */
  readonly kind: "cell" | "exercise" | "damaged";
  readonly chapter: string;
  readonly id: string;
  /** What there is to read. */
  readonly text: string;
}

const KEY = /^downhill:(cell|exercise):([^:]+):([^:]+?)(\.damaged\.\d+)?$/;
const OTHER_DAMAGED = /^downhill:(.+)\.damaged\.\d+$/;
const ELSEWHERE = /^(notebook|gallery|assignment)\.|^\//;

/** Whether work is of the reader's own notebooks, the gallery or an assignment, which list it. */
export const isElsewhere = (chapter: string) => ELSEWHERE.test(chapter);

/**
 * What is kept of cells and exercises that are no longer in the book, and saves that could not be
 * read and were set aside.
 *
 * @param isInBook whether a chapter has a cell or an exercise
 */
export function strayWork(
  work: Work,
  isInBook: (kind: "cell" | "exercise", chapter: string, id: string) => boolean,
): readonly StrayWork[] {
  return Object.entries(work).flatMap(([key, raw]): readonly StrayWork[] => {
    const [, kind, chapter = "", id = "", damaged] = KEY.exec(key) ?? [];
    if (damaged !== undefined) return [{ key, kind: "damaged", chapter, id, text: raw }];
    if (kind !== "cell" && kind !== "exercise") {
      const [, name] = OTHER_DAMAGED.exec(key) ?? [];
      return name === undefined ? [] : [{ key, kind: "damaged", chapter: "", id: name, text: raw }];
    }
    if (isElsewhere(chapter) || isInBook(kind, chapter, id)) return [];
    const text = kind === "cell" ? textOf(raw) : answerOf(raw);
    return text.trim() === "" ? [] : [{ key, kind, chapter, id, text }];
  });
}

function textOf(raw: string): string {
  const { source, before } = (valueIn(raw) ?? {}) as Record<string, unknown>;
  return typeof source === "string" ? source : typeof before === "string" ? before : "";
}

function answerOf(raw: string): string {
  const progress = readProgress(valueIn(raw));
  if (!progress) return "";
  const { answer, drafts = {}, aside = [] } = progress;
  const all = [answer, ...Object.values(drafts), ...aside.map((one) => one.answer)];
  return all.flatMap((one) => (one === undefined ? [] : [answerInWords(one)])).join("\n\n");
}

function valueIn(raw: string): unknown {
  try {
    return (JSON.parse(raw) as { readonly value?: unknown } | null)?.value;
  } catch {
    return undefined;
  }
}
