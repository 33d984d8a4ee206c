import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import type { NotebookPart } from "#src/notebook/document.ts";
import type { NotebookChange } from "#src/notebook/document-change.ts";
import { freeId } from "#src/notebook/document-read.ts";
import { type NotebookStore, notebookScope } from "#src/notebook/document-store.ts";
import { type PartView, partView } from "./part-view.ts";

export interface PartsListOptions {
  /** That of the notebook. */
  readonly id: string;
  readonly store: NotebookStore;
  readonly template: HTMLTemplateElement;
  /** Does something to the notebook, says so, and shows it as it is then. */
  readonly change: (change: NotebookChange, words: string) => void;
  readonly tell: (words: string) => void;
}

/** The pieces of an open notebook, in order. */
export interface PartsList {
  readonly element: HTMLElement;
  show(parts: readonly NotebookPart[]): void;
  /** The text of a piece as it stands on the page. */
  text(id: string): string | undefined;
  /** Gives a piece the keyboard. */
  focus(id: string): void;
  /** Saves what has been typed. */
  leave(): void;
}

export function partsList(options: PartsListOptions): PartsList {
  const { store, change } = options;
  const views = new Map<string, PartView>();
  const list = make("div", { className: "scratch-parts" });
  const element = make(
    "div",
    {},
    make(
      "div",
      { className: "part-add" },
      button(say("+ Code"), () => add("code", null), say("+ Code at the top")),
      button(say("+ Text"), () => add("prose", null), say("+ Text at the top")),
    ),
    list,
  );

  function add(kind: NotebookPart["kind"], after: string | null) {
    const part: NotebookPart = { kind, id: freeId(kind, everyPart(store)), text: "" };
    change({ kind: "add", part, after }, say("Saved"));
    views.get(part.id)?.edit();
  }

  function move(id: string, by: -1 | 1) {
    const held = document.activeElement;
    change({ kind: "move", id, by }, say("Moved"));
    if (held instanceof HTMLElement) held.focus();
    views.get(id)?.element.scrollIntoView({ block: "nearest" });
  }

  function remove(id: string) {
    const before = list.querySelector(`[data-id="${id}"]`)?.previousElementSibling;
    const called = views.get(id)?.element.ariaLabel ?? say("It");
    views.get(id)?.leave();
    change({ kind: "bin", id }, say("Deleted"));
    const undo = button(say("Undo"), () => {
      notice.remove();
      change({ kind: "unbin", id }, say("{part} is back", { part: called }));
      focus(id);
    });
    element.querySelector(".part-gone")?.remove();
    const notice = make(
      "p",
      { className: "part-gone" },
      say("{part} was deleted.", { part: called }),
      " ",
      undo,
    );
    if (before) before.append(notice);
    else list.before(notice);
    undo.focus();
  }

  function viewOf(part: NotebookPart): PartView {
    const { id } = part;
    const made = partView(part, {
      scope: notebookScope(options.id),
      template: options.template,
      wishes: {
        add,
        move,
        remove,
        fold: (one, folded) =>
          change({ kind: "fold", id: one, folded }, folded ? say("Folded") : say("Unfolded")),
      },
      kept() {
        store.refresh();
        return everyPart(store).find((one) => one.id === id)?.text ?? "";
      },
      onWrite(text) {
        store.change({ kind: "write", id, text });
        options.tell(say("Saved"));
      },
      onWords: options.tell,
    });
    views.set(id, made);
    return made;
  }

  function focus(id: string) {
    views.get(id)?.element.querySelector("button")?.focus();
  }

  return {
    element,
    focus,
    show(parts) {
      for (const [id, view] of views) {
        if (parts.some((part) => part.id === id)) continue;
        view.leave();
        view.element.remove();
        views.delete(id);
      }
      for (const [i, part] of parts.entries()) {
        const view = views.get(part.id) ?? viewOf(part);
        const there = list.children[i];
        if (there !== view.element) list.insertBefore(view.element, there ?? null);
        view.show(part, i + 1, parts.length);
      }
    },
    text: (id) => views.get(id)?.text(),
    leave() {
      for (const view of views.values()) view.leave();
    },
  };
}

/** All pieces of the notebook, also the deleted. */
function everyPart(store: NotebookStore): readonly NotebookPart[] {
  const { parts = [], bin = [] } = store.present() ?? {};
  return [...parts, ...bin.map(({ part }) => part)];
}
