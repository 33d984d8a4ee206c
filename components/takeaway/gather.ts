import type { Control, ControlValue } from "#src/notebook/control.ts";
import type { NotebookPart } from "#src/notebook/document.ts";
import { markup } from "#src/notebook/markup.ts";
import type { Output } from "#src/notebook/output.ts";
import type { TakenPage } from "#src/takeaway/take-away.ts";

/** What of a cell's element is asked. */
interface CellElement extends HTMLElement {
  original(): string;
  source(): string;
  /** Of each control: what the reader set it to, or null. */
  settings(): readonly ({ readonly value: ControlValue } | null)[];
  outputs(): readonly Output[];
}

/**
 * The cells of the page as they stand: their present texts, what they showed when they last ran in
 * this page, and of those that have not run and are as the author wrote them what the build stored.
 */
export function gather(page: Document = document): TakenPage {
  const cells = [...page.querySelectorAll<CellElement>("downhill-cell[data-ready]")];
  const parts: NotebookPart[] = [];
  const outputs = new Map<string, readonly Output[]>();
  const stale = new Set<string>();
  const stored = new Map<string, string>();
  const settings = new Map<string, readonly (ControlValue | null)[]>();
  for (const cell of cells) {
    const id = cell.dataset["cell"] ?? "";
    parts.push({ kind: "code", id, text: cell.source(), ...titleOf(cell) });
    const set = cell.settings().map((one) => one?.value ?? null);
    settings.set(id, set);
    const shown = cell.outputs();
    const asAuthored = cell.source() === cell.original() && set.every((one) => one === null);
    if (shown.length > 0 && cell.hasAttribute("data-stale")) stale.add(id);
    if (shown.length > 0) outputs.set(id, shown);
    else if (asAuthored) stored.set(id, storedOf(cell));
  }
  return {
    notebook: { title: titleOfPage(page), parts },
    address: addressOf(page),
    outputs,
    stale,
    stored,
    settings,
  };
}

/** The words above the code; the link to the cell beside them is none. */
function titleOf(cell: HTMLElement): { readonly title?: string } {
  const words = [...(cell.querySelector(".cell-title")?.childNodes ?? [])]
    .filter((node) => node.nodeType === cell.TEXT_NODE)
    .map((node) => node.textContent)
    .join("")
    .trim();
  return words === "" ? {} : { title: words };
}

function titleOfPage(page: Document): string {
  return page.querySelector("h1")?.textContent?.trim() || page.title;
}

/** The page without what stands after #, which may be a whole notebook. */
function addressOf(page: Document): string {
  const address = new URL(page.location.href);
  address.hash = "";
  return address.href;
}

/** What the controls start at, and the outputs that came with the page. */
function storedOf(cell: HTMLElement): string {
  const controls = [...cell.querySelectorAll<HTMLElement>("[data-control]")].map(({ dataset }) => {
    const { label, control, value } = JSON.parse(dataset["control"] ?? "{}") as Control;
    return markup({ kind: "text", text: `${label || control}: ${[value].flat().join(", ")}` });
  });
  return controls.join("") + (cell.querySelector('[data-part="output"]')?.innerHTML ?? "");
}
