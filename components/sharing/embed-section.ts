import { cellsOf } from "#components/cell/cell-element.ts";
import { make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import { LONGEST_PACKED, pack } from "#src/sharing/packed.ts";
import { embedText } from "#src/sharing/share-address.ts";
import { toData } from "#src/sharing/shared-page.ts";
import { gatherShared } from "./gather-shared.ts";
import { changesAnything, linkTo } from "./link-section.ts";
import { titleOfCell } from "./page-name.ts";
import { copyRow, section } from "./section.ts";

/** Room for the line under an embed, in pixels. */
const LINE = 48;

/** Something of the page that can stand alone in another one. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly height: number;
  /** The cell that it is; figures are none. */
  readonly cell?: string;
}

/** The section with the text that puts a cell or a figure, as it stands, into another page. */
export function embedSection(only?: string): HTMLElement {
  const parts = partsOfPage().filter(({ cell }) => only === undefined || cell === only);
  const row = copyRow(make("textarea", { rows: 4, spellcheck: false }), say("Text to embed"));
  const choice = make("select", {}, ...parts.map(({ id, title }) => new Option(title, id)));
  const update = async () => {
    const part = parts.find(({ id }) => id === choice.value);
    if (!part) return;
    // A cell may need others that are changed; a figure needs none.
    const shared = part.cell === undefined ? undefined : gatherShared("");
    const work = shared && { ...shared, numbers: {} };
    const packed = work && changesAnything(work) ? await pack(toData(work)) : undefined;
    if (packed !== undefined && packed.length > LONGEST_PACKED)
      return row.show("", say("What you have changed is too long for an address."));
    const address = linkTo(packed, part.cell, part.id);
    row.show(embedText(address, part.title, part.height + LINE), "");
  };
  choice.addEventListener("change", () => void update());
  void update();
  return section(
    say("In another page"),
    make(
      "p",
      {},
      say(
        "Put this into the HTML of a page of yours. It shows this alone, with a line that leads here, and keeps nothing.",
      ),
    ),
    ...(parts.length > 1
      ? [make("label", { className: "share-part" }, say("What it shows"), " ", choice)]
      : []),
    row.element,
  );
}

function partsOfPage(): readonly Part[] {
  const cells = new Map(cellsOf(document).map((cell) => [cell as HTMLElement, cell] as const));
  return [...document.querySelectorAll<HTMLElement>("downhill-cell[id], figure.widget[id]")].map(
    (element): Part => {
      const cell = cells.get(element);
      const title = cell
        ? titleOfCell(cell)
        : (element.querySelector(".widget-title")?.textContent?.trim() ?? element.id);
      const height = element.getBoundingClientRect().height;
      return { id: element.id, title, height, ...(cell && { cell: cell.cellId }) };
    },
  );
}
