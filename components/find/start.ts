/**
 * What a page has of finding from the start: the link in the masthead and the keys. All else is
 * loaded when it is asked for. Offline and not yet loaded, the link leads to the page of the index.
 */
import { type Opens, openedBy, typesInto } from "./opening-key.ts";
import { singleKeysWork } from "./single-keys.ts";

const link = document.querySelector<HTMLAnchorElement>('.masthead a[href$="/find/"]');

async function open(what: Opens): Promise<void> {
  if (what === "palette") (await import("./palette.ts")).openPalette();
  else (await import("./key-map-dialog.ts")).openKeyMap();
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
    if (event.defaultPrevented || event.repeat) return;
    const what = openedBy(event, typesInto(event.composedPath()[0] ?? null), singleKeysWork());
    if (what === undefined) return;
    event.preventDefault();
    open(what).catch(() => {});
  });
}
