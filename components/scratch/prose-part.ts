import { type CellHistory, cellHistory } from "#components/cell/history.ts";
import { make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import { renderProse } from "./render-prose.ts";

/** Pause after the last key before the text is saved, in milliseconds. */
const SAVE_DELAY = 400;

export interface ProsePartOptions {
  /** In the place of the chapter, for what is kept of earlier versions. */
  readonly scope: string;
  readonly id: string;
  readonly text: string;
  /** The text as it is kept at this moment, which another tab may have changed. */
  readonly kept: () => string;
  readonly onWrite: (text: string) => void;
  /** Has something to say to the reader. */
  readonly onWords: (words: string) => void;
}

/** A piece of prose: shown as a page of the book is, and as Markdown while it is edited. */
export interface ProsePart {
  readonly element: HTMLElement;
  text(): string;
  edit(): void;
  /** Another tab has changed the text: it is shown, unless the reader is writing here. */
  changed(text: string): void;
  /** Saves what has been typed. */
  leave(): void;
}

export function prosePart(options: ProsePartOptions): ProsePart {
  const { scope, id, kept, onWrite, onWords } = options;
  let { text } = options;
  /** The text as this tab last read or wrote it. */
  let known = text;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let shown = 0;

  const page = make("div", { className: "prose scratch-prose", tabIndex: 0 });
  page.setAttribute("role", "group");
  page.ariaLabel = say("Text; Enter edits it");
  const area = make("textarea", { className: "scratch-area", hidden: true, spellcheck: true });
  area.ariaLabel = say("Text in Markdown");
  const keys = make("p", { className: "scratch-keys", hidden: true, id: `keys-${id}` });
  keys.textContent = say(
    "Markdown, with $formulas$ and $$formulas on a line$$. Escape ends editing.",
  );
  area.setAttribute("aria-describedby", keys.id);
  const toggle = make("button", { type: "button", className: "history-toggle", hidden: true });
  toggle.textContent = say("Earlier versions");
  toggle.ariaExpanded = "false";
  const panel = make("section", { className: "history", id: `history-${id}`, hidden: true });
  panel.ariaLabel = say("Earlier versions");
  toggle.setAttribute("aria-controls", panel.id);
  const element = make(
    "div",
    { className: "scratch-text" },
    ...[page, area, keys, make("div", { className: "cell-foot" }, toggle, panel)],
  );

  const history: CellHistory = cellHistory({
    chapter: scope,
    cell: id,
    original: "",
    present: () => text,
    button: toggle,
    panel,
    onRestore(earlier) {
      history.keep(text);
      put(earlier);
      write();
      onWords(say("Earlier version restored"));
      page.focus();
    },
    onForget: () => onWords(say("Earlier versions forgotten")),
    onProblem: () => onWords(history.problem() ?? ""),
  });

  async function show() {
    const mine = ++shown;
    const content =
      text.trim() === ""
        ? make("p", { className: "scratch-empty" }, say("Empty text. Press Enter to write."))
        : await renderProse(text).catch(() => make("pre", { className: "code" }, text));
    if (mine === shown) page.replaceChildren(content);
  }

  function put(next: string) {
    text = next;
    area.value = next;
    history.refresh();
    void show();
  }

  function write() {
    clearTimeout(saving);
    saving = undefined;
    const other = kept();
    const twice = other !== known && other !== text;
    if (twice) history.keep(other);
    known = text;
    onWrite(text);
    if (twice)
      onWords(say("This text was changed in another tab too; that text is under Earlier versions"));
  }

  function leave() {
    if (saving !== undefined) write();
    history.left();
  }

  function edit() {
    page.hidden = true;
    area.hidden = false;
    keys.hidden = false;
    area.value = text;
    area.focus();
  }

  function close() {
    leave();
    area.hidden = true;
    keys.hidden = true;
    page.hidden = false;
    void show();
  }

  page.addEventListener("dblclick", edit);
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== page) return;
    event.preventDefault();
    edit();
  });
  area.addEventListener("input", () => {
    text = area.value;
    clearTimeout(saving);
    saving = setTimeout(write, SAVE_DELAY);
    history.edited();
    history.refresh();
  });
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && !(event.key === "Enter" && (event.ctrlKey || event.metaKey)))
      return;
    event.preventDefault();
    close();
    page.focus();
  });
  area.addEventListener("blur", () => {
    // The window has lost the keyboard, not the text.
    if (document.activeElement !== area && !area.hidden) close();
  });
  history.refresh();
  void show();

  return {
    element,
    text: () => text,
    edit,
    changed(next) {
      if (!area.hidden || next === text) return;
      known = next;
      put(next);
    },
    leave,
  };
}
