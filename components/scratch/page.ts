import { say } from "#src/language/say.ts";
import { addressOf, keepNew } from "./new-notebook.ts";

/** The page of notebooks: the list of all, one of them, one from a link, or a new one from a page of the book. */
const main = document.querySelector<HTMLElement>("[data-scratch]");
if (main) void open(main);

// Another notebook begins with a page of its own: nothing of the one before is left running.
addEventListener("hashchange", () => {
  if (/^#(id|from|share)=|^$/.test(location.hash)) location.reload();
});

async function open(page: HTMLElement): Promise<void> {
  const [, kind, what = ""] = /^#(id|from|share)=(.*)$/.exec(location.hash) ?? [];
  switch (kind) {
    case "id": {
      const { showNotebook } = await import("./notebook-view.ts");
      return showNotebook(page, what) ? undefined : list(page, notHere);
    }
    case "share": {
      const { showShared } = await import("./shared-view.ts");
      const problem = await showShared(page, what);
      return problem === undefined ? undefined : list(page, problem);
    }
    case "from": {
      const { fetchNotebook } = await import("./fetch-notebook.ts");
      const found = await fetchNotebook(what);
      if ("problem" in found) return list(page, found.problem);
      const made = keepNew(found.notebook);
      if ("problem" in made) return list(page, made.problem);
      // In the place of this address, so that Back does not make another one.
      history.replaceState(null, "", addressOf(made.id));
      return open(page);
    }
    default:
      return list(page);
  }
}

async function list(page: HTMLElement, words?: string): Promise<void> {
  const { showList } = await import("./list-view.ts");
  showList(page, words);
}

const notHere = say(
  "That notebook is not in this browser. It was made in another one, or this browser’s storage was cleared. A notebook that was saved as a file can be opened from it.",
);
