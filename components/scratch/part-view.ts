import { highlight } from "#components/editor/highlight.ts";
import { button, make } from "#components/shell/make.ts";
import { capital } from "#src/language/capital.ts";
import { say } from "#src/language/say.ts";
import type { NotebookPart } from "#src/notebook/document.ts";
import { cellFrom } from "./cell-template.ts";
import { type ProsePart, type ProsePartOptions, prosePart } from "./prose-part.ts";

/** What a reader can ask of a piece. */
export interface PartWishes {
  readonly add: (kind: NotebookPart["kind"], after: string | null) => void;
  readonly move: (id: string, by: -1 | 1) => void;
  readonly fold: (id: string, folded: boolean) => void;
  readonly remove: (id: string) => void;
}

export interface PartViewOptions extends Omit<ProsePartOptions, "id" | "text"> {
  readonly template: HTMLTemplateElement;
  readonly wishes: PartWishes;
}

/** A piece of a notebook on the page: text or cell, the buttons over it, and those to add one after it. */
export interface PartView {
  readonly id: string;
  readonly element: HTMLElement;
  /** The piece as it now stands, and its place among all. */
  show(part: NotebookPart, place: number, count: number): void;
  /** Gives it the keyboard, ready to be written in. */
  edit(): void;
  /** The reader's text. */
  text(): string;
  leave(): void;
}

export function partView(part: NotebookPart, options: PartViewOptions): PartView {
  const { id, kind } = part;
  const { wishes } = options;
  const prose = kind === "prose" ? prosePart({ ...options, id, text: part.text }) : undefined;
  const body = prose?.element ?? cellOf(part, options.template);
  let folded = false;
  const name = make("span", { className: "part-name" });
  const fold = button(say("Fold"), () => wishes.fold(id, !folded));
  const up = button(say("Up"), () => wishes.move(id, -1));
  const down = button(say("Down"), () => wishes.move(id, 1));
  const remove = button(say("Delete"), () => wishes.remove(id));
  const edit = button(say("Edit"), () => prose?.edit());
  const code = button(say("+ Code"), () => wishes.add("code", id));
  const text = button(say("+ Text"), () => wishes.add("prose", id));
  const first = make("button", { type: "button", className: "part-first", hidden: true });
  first.addEventListener("click", () => wishes.fold(id, false));
  const element = make(
    "section",
    { className: "part" },
    make("div", { className: "part-bar" }, name, ...(prose ? [edit] : []), fold, up, down, remove),
    first,
    body,
    make("div", { className: "part-add" }, code, text),
  );
  element.dataset["id"] = id;
  element.dataset["kind"] = kind;
  element.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    const typing = event.target instanceof Element && event.target.closest("textarea, .cm-editor");
    if (by === undefined || !event.altKey || event.shiftKey || typing) return;
    event.preventDefault();
    wishes.move(id, by);
  });

  return {
    id,
    element,
    show(now, place, count) {
      folded = now.folded === true;
      const called = `${kind === "code" ? say("cell") : say("text")} ${place}`;
      element.ariaLabel = capital(called);
      name.textContent = kind === "code" ? `${place} ${id}` : `${place}`;
      const labels: readonly (readonly [HTMLButtonElement, string])[] = [
        [edit, say("Edit {part}", { part: called })],
        [fold, `${folded ? say("Unfold") : say("Fold")} ${called}`],
        [up, say("Move {part} up", { part: called })],
        [down, say("Move {part} down", { part: called })],
        [remove, say("Delete {part}", { part: called })],
        [code, say("+ Code after {part}", { part: called })],
        [text, say("+ Text after {part}", { part: called })],
        [first, say("Unfold {part}", { part: called })],
      ];
      for (const [one, label] of labels) one.ariaLabel = label;
      fold.textContent = folded ? say("Unfold") : say("Fold");
      // Not disabled: the button that was pressed would lose the keyboard at the end of its way.
      up.setAttribute("aria-disabled", String(place === 1));
      down.setAttribute("aria-disabled", String(place === count));
      body.hidden = folded;
      first.hidden = !folded;
      edit.hidden = folded;
      if (now.kind === "prose") prose?.changed(now.text);
      if (folded) first.textContent = firstLine(textOf(body, prose));
    },
    edit: () => (prose ? prose.edit() : body.querySelector("pre")?.click()),
    text: () => textOf(body, prose),
    leave: () => prose?.leave(),
  };
}

function cellOf(part: NotebookPart, template: HTMLTemplateElement): HTMLElement {
  if (part.kind !== "code") throw new Error(`${part.id} is no cell`);
  return cellFrom(template, part, highlight(part.text));
}

function textOf(body: HTMLElement, prose: ProsePart | undefined): string {
  if (prose) return prose.text();
  const cell = body as HTMLElement & { source?(): string };
  return cell.source?.() ?? cell.querySelector("pre")?.textContent ?? "";
}

function firstLine(text: string): string {
  const line = text.split("\n").find((one) => one.trim() !== "");
  return line?.trim() ?? say("Empty");
}
