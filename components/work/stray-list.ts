import { button, make } from "#components/shell/make.ts";
import { saveFile } from "#components/shell/save-file.ts";
import type { StrayWork } from "#src/grading/stray-work.ts";
import { say } from "#src/language/say.ts";

/** Lists work that no page of the book shows: to read, to copy and to save as a file. */
export function listStrays(place: HTMLElement, strays: readonly StrayWork[]): void {
  place.hidden = strays.length === 0;
  place.replaceChildren(
    make("h2", {}, say("No longer in the book")),
    make(
      "p",
      {},
      say(
        "The book has changed, and no page of it shows what is listed here. It is kept all the same, and is in the file of all work.",
      ),
    ),
  );
  const list = document.createElement("ul");
  list.append(...strays.map(item));
  place.append(list);
}

function item(stray: StrayWork): HTMLElement {
  const row = document.createElement("li");
  const fold = document.createElement("details");
  const text = make(
    "pre",
    { className: "code", tabIndex: 0, ariaLabel: nameOf(stray) },
    stray.text,
  );
  fold.append(make("summary", {}, nameOf(stray)), text);
  const copy = button(say("Copy"), async () => {
    const done = await navigator.clipboard.writeText(stray.text).then(
      () => say("Copied"),
      () => say("Not copied: select the text and copy it by hand"),
    );
    copy.textContent = done;
  });
  const name = `${[stray.chapter, stray.id].filter(Boolean).join("-")}.txt`.replaceAll(
    /[^\w.-]/g,
    "-",
  );
  fold.append(
    copy,
    button(say("Save as a file"), () => saveFile(name, stray.text, "text/plain")),
  );
  row.append(fold);
  return row;
}

function nameOf({ kind, chapter, id }: StrayWork): string {
  const where = chapter === "" ? "" : ` of “${chapter}”`;
  return kind === "damaged"
    ? say("A save that could not be read: “{id}”{where}", { id, where })
    : `${kind === "cell" ? say("Cell") : say("Exercise")} “${id}”${where}`;
}
