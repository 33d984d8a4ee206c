import { pageIsRead } from "#components/cell/page-read.ts";
import { addStyle } from "#components/shell/add-style.ts";
import { make } from "#components/shell/make.ts";
import { say, sayParts } from "#src/language/say.ts";
import { readFragment } from "#src/sharing/share-address.ts";
import css from "./embed.css?inline";
import { cellsAreReady, offersOn, opened, put } from "./shared-work.ts";

/**
 * Shows one cell or figure and nothing else, inside another page. The other cells stay, unseen,
 * since it may need them; what a link carries is put in at once, as nothing here is the reader's.
 * @param id of the cell or figure
 */
export async function showAlone(id: string): Promise<void> {
  await pageIsRead;
  addStyle(css);
  const target = document.getElementById(id);
  const suits = target?.matches("downhill-cell, figure");
  if (target && suits) mark(target);
  const said = make("span", { role: "status" });
  document.body.append(line(suits ? id : undefined, said));
  document.documentElement.dataset["embedReady"] = "";
  tellHeight();
  if (!suits)
    said.textContent = say("There is no cell or figure “{id}” in this page any more.", {
      id: id.slice(0, 60),
    });
  else said.textContent = (await putIn()) ?? "";
}

/** Puts what the address carries into the cells; returns in words what could not be. */
async function putIn(): Promise<string | undefined> {
  const { packed } = readFragment(location.hash);
  if (packed === undefined) return undefined;
  const shared = await opened(packed);
  if ("problem" in shared) return shared.problem;
  await cellsAreReady();
  const offers = offersOn(document, shared);
  for (const offer of offers) if (offer.kind === "put") await put(offer, shared.by);
  return offers.some(({ kind }) => kind === "gone" || kind === "outdated")
    ? say("The author has changed this page since; not all of what was shared could be put in.")
    : undefined;
}

/** Marks what is seen, and what it lies in. */
function mark(target: HTMLElement) {
  target.dataset["embedTarget"] = "";
  document.documentElement.dataset["drawsAll"] = "";
  for (let one = target.parentElement; one && one !== document.body; one = one.parentElement) {
    one.dataset["embedPath"] = "";
    if (one instanceof HTMLDetailsElement) one.open = true;
  }
}

function line(id: string | undefined, said: HTMLElement): HTMLElement {
  const { origin, pathname } = location;
  const link = make("a", {
    href: `${origin}${pathname}${id === undefined ? "" : `#${encodeURIComponent(id)}`}`,
    target: "_blank",
    rel: "noopener",
    textContent: document.title,
  });
  return make(
    "p",
    { className: "embed-line" },
    said,
    " ",
    make("span", {}, ...sayParts("From {page}", { page: link })),
  );
}

/** Tells the page around it how high it is, now and whenever that changes. */
function tellHeight() {
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (parent !== window) parent.postMessage({ downhill: "height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
}
