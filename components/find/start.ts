/**
 * What a page has of finding from the start: the link in the masthead and the keys. All else is
 * loaded when it is asked for. Offline and not yet loaded, the link leads to the page of the index.
 */
import { type Opens, openedBy, typesInto } from "./opening-key.ts";
import { singleKeysWork } from "./single-keys.ts";

const link = document.querySelector<HTMLAnchorElement>('.masthead a[href$="/find/"]');

/** What has been typed since the palette was asked for; nothing when it is not on its way. */
let typed: string | undefined;

async function open(what: Opens): Promise<void> {
  if (what === "keys") return (await import("./key-map-dialog.ts")).openKeyMap();
  typed ??= "";
  try {
    const { openPalette } = await import("./palette.ts");
    openPalette(typed);
  } finally {
    typed = undefined;
  }
}

/** Whether the key writes into the palette that is on its way. */
function writesAhead({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (typed === undefined || ctrlKey || metaKey || altKey) return false;
  if (key === "Backspace") typed = typed.slice(0, -1);
  else if ([...key].length === 1) typed += key;
  else return false;
  return true;
}

if (link && document.documentElement.dataset["embed"] === undefined) {
  // Not in every page's HTML, which has no byte to spare.
  link.setAttribute("aria-keyshortcuts", "/ Control+K");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open("palette").catch(() => location.assign(link.href));
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    if (writesAhead(event)) return event.preventDefault();
    if (event.repeat) return;
    const what = openedBy(event, typesInto(event.composedPath()[0] ?? null), singleKeysWork());
    if (what === undefined) return;
    event.preventDefault();
    open(what).catch(() => {});
  });
}
