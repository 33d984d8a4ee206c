import { cellsOf } from "#components/cell/cell-element.ts";
import { button, make } from "#components/shell/make.ts";
import { saveFile } from "#components/shell/save-file.ts";
import { say } from "#src/language/say.ts";
import type { Notebook } from "#src/notebook/document.ts";
import { notebookFile } from "#src/notebook/document-file.ts";
import type { TakenFormat } from "#src/takeaway/take-away.ts";
import { notebookLink } from "./notebook-link.ts";
import { fileName } from "./open-file.ts";

/** Ways to have a notebook elsewhere: as a link that holds all of it, and as files. */
export function shareBox(present: () => Notebook): {
  readonly toggle: HTMLElement;
  readonly panel: HTMLElement;
} {
  const name = make("input", { type: "text", maxLength: 60, autocomplete: "name" });
  const link = make("input", { type: "text", readOnly: true, hidden: true });
  link.ariaLabel = say("Link to this notebook");
  const words = make("p", { className: "scratch-words" });
  words.setAttribute("role", "status");

  async function copy() {
    const made = await notebookLink(present(), name.value, location.href.replace(/#.*$/, ""));
    link.hidden = !("link" in made);
    if ("problem" in made) {
      words.textContent = made.problem;
      return;
    }
    link.value = made.link;
    try {
      await navigator.clipboard.writeText(made.link);
      words.textContent = say(
        "Copied: a link of {length} characters that holds the whole notebook.",
        { length: made.link.length },
      );
    } catch {
      link.select();
      words.textContent = say(
        "This browser did not let the page copy. Copy the link from the field: {length} characters.",
        { length: made.link.length },
      );
    }
  }

  function save() {
    const notebook = present();
    saveFile(fileName(notebook.title), notebookFile(notebook), "application/json");
    words.textContent = say("Saved as a file. Open it again on the page of all notebooks.");
  }

  async function take(format: TakenFormat) {
    try {
      const { takeAway } = await import("#src/takeaway/take-away.ts");
      const file = await takeAway(format, takenPage(present()));
      saveFile(file.name, file.text, file.type);
      words.textContent = say("Saved as {name}.", { name: file.name });
    } catch {
      words.textContent = say("The file could not be made. Check the connection and try again.");
    }
  }

  const panel = make(
    "div",
    { className: "scratch-share", id: "share", hidden: true },
    make("label", {}, say("Your name, if you like"), " ", name),
    button(say("Copy a link"), () => void copy()),
    link,
    make("span", { className: "scratch-or" }, say("Save it as")),
    button(say("Notebook"), save, say("Notebook file, to be opened here again")),
    button(say("TypeScript"), () => void take("ts"), say("TypeScript file for Node")),
    button(say("Jupyter"), () => void take("ipynb"), say("Jupyter notebook")),
    button(say("Web page"), () => void take("html"), say("Web page of its own")),
    words,
  );
  const toggle = button(say("Share or take away"), () => {
    panel.hidden = !panel.hidden;
    toggle.ariaExpanded = String(!panel.hidden);
    if (!panel.hidden) name.focus();
  });
  toggle.ariaExpanded = "false";
  toggle.setAttribute("aria-controls", panel.id);
  panel.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    panel.hidden = true;
    toggle.ariaExpanded = "false";
    toggle.focus();
  });
  return { toggle, panel };
}

function takenPage(notebook: Notebook) {
  const cells = cellsOf(document);
  return {
    notebook,
    address: location.href.replace(/#.*$/, ""),
    outputs: new Map(cells.map((cell) => [cell.cellId, cell.outputs()])),
    settings: new Map(
      cells.map((cell) => [cell.cellId, cell.settings().map((one) => one?.value ?? null)]),
    ),
  };
}
