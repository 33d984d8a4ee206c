import { otherVersions, type RunEnd } from "#src/notebook/history.ts";
import type { HistoryList } from "./history-list.ts";
import { type HistoryStore, openHistory } from "./history-store.ts";

/** A pause of editing that ends a piece of work, in milliseconds. */
const PAUSE = 15_000;
/** The open list follows the text so much later than the last key, in milliseconds. */
const FOLLOW = 300;

export interface CellHistoryOptions {
  readonly chapter: string;
  readonly cell: string;
  /** The author's text, which is always at hand and so never kept. */
  readonly original: string;
  /** The text as it stands now. */
  readonly present: () => string;
  /** Opens and closes the list; hidden while there is nothing to list. */
  readonly button: HTMLElement;
  /** Where the list goes. */
  readonly panel: HTMLElement;
  /** The reader wants a text back. */
  readonly onRestore: (text: string) => void;
  /** The reader has had all versions forgotten. */
  readonly onForget: () => void;
  /** What stands in the way of keeping versions has changed. */
  readonly onProblem: () => void;
}

/** The earlier versions of a cell: kept in time, and listed when the reader asks. */
export interface CellHistory extends Pick<HistoryStore, "problem" | "makeRoomFor"> {
  /** Keeps a text, and how it ran. */
  keep(text: string, run?: RunEnd): void;
  /** Keeps a text of an earlier visit, of which nobody noted the time. */
  keepUndated(text: string): void;
  /** The reader has typed: when nothing more is typed for a while, the text is kept. */
  edited(): void;
  /** The reader turns away, which ends a piece of work too. */
  left(): void;
  /** The text is another one. */
  refresh(): void;
  /** Another tab may have kept versions. */
  takeIn(): void;
}

export function cellHistory(options: CellHistoryOptions): CellHistory {
  const { chapter, cell, original, present, button, panel } = options;
  const store = openHistory(chapter, cell);
  let list: HistoryList | undefined;
  let pausing: ReturnType<typeof setTimeout> | undefined;
  let following: ReturnType<typeof setTimeout> | undefined;

  const others = () => otherVersions(store.versions(), present());

  function refresh() {
    const none = others().length === 0;
    button.hidden = none;
    clearTimeout(following);
    if (none) close();
    else following = setTimeout(() => list?.update(), FOLLOW);
  }

  function keep(text: string, run?: RunEnd) {
    if (text === original) return;
    const before = store.problem();
    store.keep({ text, at: Date.now(), ...(run && { run }) });
    if (store.problem() !== before) options.onProblem();
    refresh();
  }

  function left() {
    if (pausing === undefined) return;
    clearTimeout(pausing);
    pausing = undefined;
    keep(present());
  }

  function close() {
    list?.close();
    list = undefined;
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  async function open() {
    button.setAttribute("aria-expanded", "true");
    panel.hidden = false;
    store.refresh();
    const { historyList } = await import("./history-list.ts");
    if (panel.hidden) return;
    list ??= historyList({
      panel,
      versions: others,
      present,
      onRestore(text) {
        close();
        options.onRestore(text);
      },
      onForget() {
        store.forget();
        keep(present());
        options.onForget();
        refresh();
      },
      onClose() {
        close();
        button.focus();
      },
    });
  }

  // Offline and not yet loaded: the button springs back and the next press tries again.
  button.addEventListener("click", () => (panel.hidden ? open().catch(close) : close()));

  return {
    problem: store.problem,
    makeRoomFor: store.makeRoomFor,
    keep,
    keepUndated(text) {
      if (text !== original) store.keep({ text });
    },
    edited() {
      clearTimeout(pausing);
      pausing = setTimeout(left, PAUSE);
    },
    left,
    refresh,
    takeIn() {
      store.refresh();
      refresh();
    },
  };
}
