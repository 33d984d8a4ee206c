import { pageIsRead } from "#components/cell/page-read.ts";
import { whenIdle } from "#components/shell/when-idle.ts";
import { say } from "#src/language/say.ts";
import { readFragment } from "#src/sharing/share-address.ts";

/**
 * Gives a page what it has of sharing from the start: the buttons that open the dialog, and an eye on
 * the address. All else is loaded when it is asked for. A reader's own notebooks, whose page has the
 * same cells, are shared otherwise.
 */
export function sharePage(): void {
  const embedded = document.documentElement.dataset["embed"];
  if (embedded !== undefined) {
    void import("./embed.ts").then(({ showAlone }) => showAlone(embedded));
    return;
  }
  void pageIsRead.then(() => whenIdle(addButtons));
  void openLink();
  addEventListener("hashchange", () => void openLink());
}

function addButtons() {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-share]")) {
    button.hidden = false;
    button.addEventListener("click", () => void open());
  }
  for (const cell of document.querySelectorAll<HTMLElement>("downhill-cell")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "share-button";
    button.textContent = say("Share");
    button.ariaLabel = say("Share or take away {cell}", {
      cell: cell.ariaLabel ?? say("this cell"),
    });
    button.addEventListener("click", () => void open(cell.dataset["cell"]));
    cell.querySelector(".cell-foot")?.append(button);
  }
}

/** Offline and not yet loaded: nothing happens, and the next press tries again. */
async function open(cell?: string) {
  const { openShareDialog } = await import("./share-dialog.ts");
  await openShareDialog(cell);
}

async function openLink() {
  const { packed } = readFragment(location.hash);
  if (packed === undefined) return;
  const { showSharedWork } = await import("./shared-work.ts");
  await showSharedWork(packed);
}
