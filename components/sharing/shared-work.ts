import { type CellElement, cellsOf } from "#components/cell/cell-element.ts";
import { pageIsRead } from "#components/cell/page-read.ts";
import { say } from "#src/language/say.ts";
import { type Offer, offersOf, type PresentCell } from "#src/sharing/offers.ts";
import { unpack } from "#src/sharing/packed.ts";
import { readFragment, writeFragment } from "#src/sharing/share-address.ts";
import { fromData, type SharedPage } from "#src/sharing/shared-page.ts";
import { titleOfExercise } from "./exercise-numbers.ts";
import { pageName, titleOfCell } from "./page-name.ts";
import { problemStrip, type Strip, sharedStrip } from "./shared-strip.ts";

let strip: Strip | undefined;
let links = 0;

/**
 * Shows at the top of the page what the link in its address carries. Nothing of it is in the page
 * before the reader puts it there, and nothing runs then either.
 */
export async function showSharedWork(packed: string): Promise<void> {
  const mine = ++links;
  const shared = await opened(packed);
  await cellsAreReady();
  if (mine !== links) return;
  strip?.remove();
  strip =
    "problem" in shared
      ? problemStrip(shared, decided)
      : sharedStrip({
          shared,
          offers: offersOn(document, shared),
          numbers: Object.entries(shared.numbers).map(([id, code]) => {
            const title = titleOfExercise(document, id);
            return { id, code, ...(title !== undefined && { title }) };
          }),
          put,
          decided,
        });
  (document.querySelector("main") ?? document.body).prepend(strip.element);
}

/** What a link carries, or why it is not shown, with the page it belongs to if it is another one. */
export async function opened(
  packed: string,
): Promise<SharedPage | { readonly problem: string; readonly page?: string }> {
  const unpacked = await unpack(packed);
  const shared = "problem" in unpacked ? unpacked : fromData(unpacked.data);
  if ("problem" in shared || shared.page === pageName()) return shared;
  return {
    problem: say(
      "This link carries changes to another page of the book, so nothing was opened here.",
    ),
    page: shared.page,
  };
}

/** What the cells of a link mean for this page. */
export function offersOn(page: ParentNode, { cells }: SharedPage): readonly Offer[] {
  const present = cellsOf(page).map(
    (cell): PresentCell => ({
      id: cell.cellId,
      title: titleOfCell(cell),
      original: cell.original(),
      source: cell.source(),
    }),
  );
  return offersOf(cells, present);
}

/** Puts one cell of a link into the page, and says so in its status; nothing is run. */
export async function put(offer: Offer & { kind: "put" }, by?: string): Promise<void> {
  const cell = cellOf(offer.cell.id);
  const from = by === undefined ? "a link" : say("the link of {author}", { author: by });
  if (offer.text !== undefined)
    await cell?.take(offer.text, say("Text from {source}, not yet run", { source: from }));
  if (offer.settings.some((one) => one !== null)) cell?.setSettings(offer.settings);
}

/** Resolves when the cells of the page answer. */
export async function cellsAreReady(): Promise<void> {
  await pageIsRead;
  if (cellsOf(document).length > 0) await customElements.whenDefined("downhill-cell");
  // Cells that were there before come alive with the definition, and others with the page.
  await new Promise((resolve) => setTimeout(resolve));
}

function cellOf(id: string): CellElement | undefined {
  return cellsOf(document).find(({ cellId }) => cellId === id);
}

/** The work of the link goes from the address, so that loading the page anew does not ask again. */
function decided() {
  const { place } = readFragment(location.hash);
  const rest = writeFragment({ place });
  history.replaceState(history.state, "", `${location.pathname}${location.search}${rest}`);
}
