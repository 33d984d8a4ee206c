import { openHistory } from "#components/cell/history-store.ts";
import { make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import type { Notebook } from "#src/notebook/document.ts";
import type { NotebookChange } from "#src/notebook/document-change.ts";
import { notebookKey, notebookScope, openNotebook } from "#src/notebook/document-store.ts";
import { binList } from "./bin-list.ts";
import { liveCells } from "./live-cells.ts";
import { notebookHead } from "./notebook-head.ts";
import { partsList } from "./parts-list.ts";

/** Shows a notebook of this browser, to be written in; `false` when there is none of this id. */
export function showNotebook(page: HTMLElement, id: string): boolean {
  const scope = notebookScope(id);
  const store = openNotebook(id, {
    makeRoomFor: (write) => openHistory(scope, "order").makeRoomFor(write),
  });
  const found = store.present();
  const template = page.querySelector<HTMLTemplateElement>("template");
  if (!found || !template) return false;

  const cells = liveCells();
  const tell = (words: string) => head.tell(words, store.problem());
  const change = (one: NotebookChange, words: string) => {
    store.change(one);
    tell(words);
    show();
  };
  const head = notebookHead({
    present,
    onRename: (title) => change({ kind: "entitle", title }, say("Renamed")),
    onRunAll: cells.runAll,
  });
  const parts = partsList({ id, store, template, change, tell });
  const bin = binList((one) => {
    change({ kind: "unbin", id: one }, say("It is back where it was"));
    parts.focus(one);
  });

  function show() {
    const now = store.present();
    if (!now) return;
    head.show(now);
    parts.show(now.parts);
    bin.show(now.bin);
    cells.arrange(now.parts.flatMap((part) => (part.kind === "code" ? [part.id] : [])));
  }

  function present(): Notebook {
    parts.leave();
    const { title = "", parts: kept = [] } = store.present() ?? {};
    return { title, parts: kept.map((one) => ({ ...one, text: parts.text(one.id) ?? one.text })) };
  }

  const notebook = make(
    "div",
    { className: "scratch-notebook" },
    ...head.elements,
    parts.element,
    bin.element,
  );
  // What is kept of the cells is kept under it.
  notebook.dataset["chapter"] = scope;
  page.append(notebook);
  window.addEventListener("storage", ({ key }) => {
    if (key !== notebookKey(id)) return;
    store.refresh();
    tell(say("Changed in another tab"));
    show();
  });
  addEventListener("pagehide", parts.leave);
  document.addEventListener("visibilitychange", () => document.hidden && parts.leave());
  tell(
    found.deleted === undefined
      ? say("Saved in this browser")
      : say("This notebook is among the deleted"),
  );
  show();
  return true;
}
