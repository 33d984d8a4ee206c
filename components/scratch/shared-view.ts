import { highlight } from "#components/editor/highlight.ts";
import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import type { NotebookPart } from "#src/notebook/document.ts";
import { openedFrom } from "#src/notebook/document-file.ts";
import { unpack } from "#src/sharing/packed.ts";
import { nameOf } from "#src/sharing/shared-page.ts";
import { addressOf, keepNew } from "./new-notebook.ts";
import { renderProse } from "./render-prose.ts";

/**
 * Shows the notebook of a link to be read: nothing of it runs, and nothing is kept until the reader
 * keeps a copy. Returns the problem in words when the link holds no notebook.
 */
export async function showShared(page: HTMLElement, packed: string): Promise<string | undefined> {
  const unpacked = await unpack(packed);
  if ("problem" in unpacked) return unpacked.problem;
  const opened = openedFrom(unpacked.data);
  if ("problem" in opened) return opened.problem;
  const { notebook } = opened;
  const by = nameOf(opened.by ?? "");
  const words = make("p", { className: "scratch-words" });
  words.setAttribute("role", "status");
  const keep = button(say("Keep a copy"), () => {
    const made = keepNew(notebook);
    if ("problem" in made) words.textContent = made.problem;
    else location.hash = addressOf(made.id);
  });
  keep.className = "scratch-main";
  document.title = say("{title} · Downhill", { title: notebook.title });
  page.append(
    make(
      "div",
      { className: "scratch-notebook" },
      make("p", { className: "scratch-back" }, make("a", { href: "./" }, say("All notebooks"))),
      make("h1", {}, notebook.title),
      make(
        "p",
        { className: "scratch-from" },
        by === undefined
          ? say("This notebook comes from a link, to be read.")
          : say("This notebook comes from a link by {name}, to be read.", { name: by }),
        " ",
        say(
          "Nothing of it has run. Keep a copy to run and change it: it becomes a notebook of yours, in this browser.",
        ),
      ),
      make("div", { className: "scratch-bar" }, keep, words),
      ...(await Promise.all(notebook.parts.map(readOnly))),
    ),
  );
  return undefined;
}

async function readOnly(part: NotebookPart): Promise<HTMLElement> {
  if (part.kind === "prose") {
    const prose = make("div", { className: "prose scratch-prose" });
    prose.append(await renderProse(part.text).catch(() => make("pre", {}, part.text)));
    return prose;
  }
  const code = make("pre", { className: "code", tabIndex: 0 });
  code.ariaLabel = part.title ?? say("Cell {id}", { id: part.id });
  code.setAttribute("role", "group");
  code.innerHTML = highlight(part.text);
  return make(
    "div",
    { className: "scratch-listing" },
    ...(part.title === undefined ? [] : [make("p", { className: "cell-title" }, part.title)]),
    code,
  );
}
