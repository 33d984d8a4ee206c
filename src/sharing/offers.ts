import { type SharedCell, type SharedEdit, type SharedSetting, textOf } from "./shared-page.ts";

/** A cell of the page as it stands. */
export interface PresentCell {
  readonly id: string;
  readonly title: string;
  /** The author's text, and the one that stands there now. */
  readonly original: string;
  readonly source: string;
}

/** What can be done with one cell of a link. */
export type Offer =
  /** It can be put into the page: another text, settings of controls, or both. */
  | {
      readonly kind: "put";
      readonly cell: PresentCell;
      readonly text?: string;
      readonly settings: readonly (SharedSetting | null)[];
    }
  /** It stands in the page already. */
  | { readonly kind: "there"; readonly cell: PresentCell }
  /** The author has changed the lines that it changes; the new lines can be read. */
  | { readonly kind: "outdated"; readonly cell: PresentCell; readonly text: string }
  /** The page has no such cell any more. */
  | { readonly kind: "gone"; readonly id: string; readonly text: string };

/** What the cells of a link mean for the page as it stands, in the order of the link. */
export function offersOf(
  shared: readonly SharedCell[],
  page: readonly PresentCell[],
): readonly Offer[] {
  return shared.map(({ id, edit, settings }): Offer => {
    const cell = page.find((one) => one.id === id);
    if (!cell) return { kind: "gone", id, text: edit ? newLines(edit) : "" };
    const set = settings.some((one) => one !== null);
    if (!edit) return set ? { kind: "put", cell, settings } : { kind: "there", cell };
    const text = textOf(edit, cell.original);
    if (text === undefined) return { kind: "outdated", cell, text: newLines(edit) };
    if (text === cell.source)
      return set ? { kind: "put", cell, settings } : { kind: "there", cell };
    return { kind: "put", cell, text, settings };
  });
}

/** What is left of a change without the text that it belongs to. */
function newLines(edit: SharedEdit): string {
  if (edit.kind === "whole") return edit.text;
  const parts = edit.hunks.map(({ lines }) =>
    lines
      .filter((line) => line.in === "theirs")
      .map(({ text }) => text)
      .join("\n"),
  );
  return parts.filter((part) => part !== "").join("\n…\n");
}
