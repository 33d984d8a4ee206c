import { ago } from "#components/cell/ago.ts";
import { button, make } from "#components/shell/make.ts";
import { saveFile } from "#components/shell/save-file.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { Notebook } from "#src/notebook/document.ts";
import { notebookFile } from "#src/notebook/document-file.ts";
import {
  forgetNotebook,
  type ListedNotebook,
  listNotebooks,
  openNotebook,
} from "#src/notebook/document-store.ts";
import { withKeptTexts } from "./kept-texts.ts";
import { addressOf, emptyNotebook, keepNew } from "./new-notebook.ts";
import { fileName, openFile } from "./open-file.ts";
import { reach } from "./reach.ts";
import { renaming } from "./renaming.ts";

/**
 * The list of the reader's notebooks, with what can be done to each, and ways to begin a new one.
 * @param page holds the parts of the page that the build has made
 * @param words to be said at once
 */
export function showList(page: HTMLElement, words = ""): void {
  const part = <T extends HTMLElement>(name: string): T => {
    const found = page.querySelector<T>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The page of notebooks has no part "${name}"`);
    return found;
  };
  const said = part("said");
  const tell = (text: string) => {
    said.textContent = text;
  };

  function begin(notebook: Notebook) {
    const made = keepNew(notebook);
    if ("problem" in made) tell(made.problem);
    else location.hash = addressOf(made.id);
  }

  async function read(file: File | undefined) {
    if (!file) return;
    const opened = await openFile(file);
    if ("problem" in opened) tell(opened.problem);
    else begin(opened.notebook);
  }

  function show(focus?: string) {
    const storage = reach();
    const { notebooks, problems } = storage
      ? listNotebooks(storage)
      : { notebooks: [], problems: [denied] };
    if (problems.length > 0) tell(problems.join(" "));
    const here = notebooks.filter(({ kept }) => kept.deleted === undefined);
    const gone = notebooks.filter(({ kept }) => kept.deleted !== undefined);
    part("yours").hidden = notebooks.length === 0;
    part("list").replaceChildren(...here.map(row));
    part("deleted").hidden = gone.length === 0;
    part("deleted-sum").textContent = say("Deleted notebooks ({number})", { number: gone.length });
    part("deleted-list").replaceChildren(...gone.map(goneRow));
    if (focus !== undefined) part(focus).focus();
  }

  function row({ id, kept }: ListedNotebook): HTMLElement {
    const { title } = kept;
    const link = make("a", { href: addressOf(id), className: "scratch-title" }, title);
    const change = (act: Parameters<ReturnType<typeof openNotebook>["change"]>[0]) =>
      openNotebook(id).change(act);
    const rename = () =>
      renaming(link, title, (next) => {
        tell(
          change({ kind: "entitle", title: next }) ?? say("Renamed to “{title}”.", { title: next }),
        );
        show();
      });
    const duplicate = () => {
      const copy = keepNew({
        ...withKeptTexts(id, kept),
        title: say("Copy of {title}", { title }),
      });
      tell("problem" in copy ? copy.problem : say("“{title}” was copied.", { title }));
      show();
    };
    const save = () => {
      saveFile(fileName(title), notebookFile(withKeptTexts(id, kept)), "application/json");
      tell(say("“{title}” was saved as a file.", { title }));
    };
    const remove = () => {
      tell(change({ kind: "delete", deleted: true }) ?? say("“{title}” was deleted.", { title }));
      const undo = button(say("Undo"), () => {
        tell(change({ kind: "delete", deleted: false }) ?? say("“{title}” is back.", { title }));
        show();
      });
      said.append(" ", undo);
      show();
      undo.focus();
    };
    return make(
      "li",
      {},
      link,
      make("span", { className: "scratch-about" }, aboutInWords({ id, kept })),
      make(
        "span",
        { className: "scratch-acts" },
        button(say("Rename"), rename, say("Rename “{title}”", { title })),
        button(say("Duplicate"), duplicate, say("Duplicate “{title}”", { title })),
        button(say("Save as a file"), save, say("Save as a file: “{title}”", { title })),
        button(say("Delete"), remove, say("Delete “{title}”", { title })),
      ),
    );
  }

  function goneRow({ id, kept }: ListedNotebook): HTMLElement {
    const { title } = kept;
    const restore = () => {
      const problem = openNotebook(id).change({ kind: "delete", deleted: false });
      tell(problem ?? say("“{title}” is back.", { title }));
      show();
    };
    const acts = make("span", { className: "scratch-acts" });
    const forget = () => {
      forgetNotebook(id, localStorage);
      tell(say("“{title}” is gone.", { title }));
      show("new");
    };
    const ask = () => {
      const keep = button(say("Keep it"), () => show("deleted-sum"));
      acts.replaceChildren(
        say("It cannot be brought back then."),
        " ",
        keep,
        button(say("Delete it"), forget),
      );
      keep.focus();
    };
    acts.append(
      button(say("Restore"), restore, say("Restore “{title}”", { title })),
      button(say("Delete for good"), ask, say("Delete for good: “{title}”", { title })),
    );
    return make(
      "li",
      {},
      make("span", { className: "scratch-title" }, title),
      make("span", { className: "scratch-about" }, aboutInWords({ id, kept })),
      acts,
    );
  }

  const file = part<HTMLInputElement>("file");
  part("new").addEventListener("click", () => begin(emptyNotebook()));
  part("open").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    void read(file.files?.[0]);
    file.value = "";
  });
  part("from").addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = `#from=${part<HTMLSelectElement>("chapter").value}`;
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    void read(event.dataTransfer?.files[0]);
  });
  addEventListener("storage", () => show());
  tell(words);
  show();
  part("notebooks").hidden = false;
}

/** How much is in a notebook, and when it was changed. */
export function aboutInWords({ kept }: ListedNotebook): string {
  const of = (kind: string) => kept.parts.filter((part) => part.kind === kind).length;
  return say("{cells}, {texts}, changed {ago}", {
    cells: sayCount({ one: "{count} cell", other: "{count} cells" }, of("code")),
    texts: sayCount({ one: "{count} text", other: "{count} texts" }, of("prose")),
    ago: ago(kept.changed, Date.now()),
  });
}

const denied = say(
  "This browser does not let the page store anything (site data is blocked), so no notebook can be kept. Allow it for this site and load the page again.",
);
