import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import type { Notebook } from "#src/notebook/document.ts";
import { renaming } from "./renaming.ts";
import { shareBox } from "./share-box.ts";

export interface NotebookHeadOptions {
  /** The notebook as it stands on the page. */
  readonly present: () => Notebook;
  readonly onRename: (title: string) => void;
  readonly onRunAll: () => void;
}

/** The head of an open notebook: its title, what can be done with the whole, and what was done last. */
export interface NotebookHead {
  readonly elements: readonly HTMLElement[];
  show(notebook: Notebook): void;
  /** Says what happened, and after it what stands in the way of saving. */
  tell(words: string, problem: string | undefined): void;
}

export function notebookHead({ present, onRename, onRunAll }: NotebookHeadOptions): NotebookHead {
  const title = make("h1");
  const said = make("span", { className: "scratch-saved" });
  said.setAttribute("role", "status");
  const runAll = button(say("Run all"), onRunAll);
  const share = shareBox(present);

  function tell(words: string, problem?: string) {
    said.textContent = problem === undefined ? words : `${words}. ${problem}`;
    said.dataset["kind"] = problem === undefined ? "plain" : "warn";
  }

  const bar = make(
    "div",
    { className: "scratch-bar" },
    runAll,
    button(
      say("Rename"),
      () => renaming(title, present().title, onRename),
      say("Rename this notebook"),
    ),
    share.toggle,
    said,
  );
  const back = make(
    "p",
    { className: "scratch-back" },
    make("a", { href: "./" }, say("All notebooks")),
  );
  return {
    elements: [back, title, bar, share.panel],
    tell,
    show({ title: called, parts }) {
      title.textContent = called;
      document.title = say("{title} · Downhill", { title: called });
      runAll.hidden = !parts.some(({ kind }) => kind === "code");
    },
  };
}
