import type { Output } from "#src/notebook/output.ts";
import type { Setting } from "./edits.ts";

/** A cell of the page as other parts of the page see it; it is alive when it has `data-ready`. */
export interface CellElement extends HTMLElement {
  readonly cellId: string;
  /** The author's text. */
  original(): string;
  /** The text as it stands now. */
  source(): string;
  /** What the reader has set the controls to, in their order; `null` where one is as it came. */
  settings(): readonly (Setting | null)[];
  /** What the last run in this page has put out so far; nothing when there was none. */
  outputs(): readonly Output[];
  /**
   * Takes another text: the present one goes to the earlier versions, the new one is saved, and
   * nothing is run.
   * @param words said in the status line
   */
  take(text: string, words: string): Promise<void>;
  /** Sets the controls, where a setting suits the control in its place; nothing is run. */
  setSettings(settings: readonly (Setting | null)[]): void;
  /**
   * Notes what the cell shows: outputs, settings, and whether they are out of date.
   * @returns how to show it again; that does nothing once the cell has run more than once since
   */
  remember(): () => void;
}

/** The cells of the page, in order. */
export function cellsOf(page: ParentNode): readonly CellElement[] {
  return [...page.querySelectorAll<CellElement>("downhill-cell")];
}
