import { cellsOf } from "#components/cell/cell-element.ts";
import { make } from "#components/shell/make.ts";
import { say, sayCount } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { LONGEST_PACKED, pack } from "#src/sharing/packed.ts";
import { shareAddress } from "#src/sharing/share-address.ts";
import { type SharedPage, toData } from "#src/sharing/shared-page.ts";
import { lengthInWords } from "#src/sharing/words.ts";
import { gatherShared } from "./gather-shared.ts";
import { copyRow, section } from "./section.ts";

/** The name that was typed last, as long as the page is open. */
let name = "";

/** The section with the link to what the reader has made of a cell or of the page. */
export function linkSection(only?: string): HTMLElement {
  const field = make("input", { type: "text", maxLength: 40, value: name, autocomplete: "name" });
  const words = make("p");
  const row = copyRow(make("input", { type: "text" }), say("Link"));
  const update = async () => {
    name = field.value;
    const shared = gatherShared(name, only);
    const any = changesAnything(shared);
    words.textContent = any ? carries(shared, only) : carriesNothing(only);
    byline.hidden = !any;
    const packed = any ? await pack(toData(shared)) : undefined;
    if (packed !== undefined && packed.length > LONGEST_PACKED) return row.show("", tooLong);
    const address = linkTo(packed, only);
    row.show(address, lengthInWords(address.length));
  };
  const byline = make(
    "label",
    { className: "share-name" },
    say("Your name, if you like"),
    " ",
    field,
  );
  field.addEventListener("input", () => void update());
  void update();
  return section(say("A link"), words, byline, row.element);
}

/** The address that opens the page with the work, or only the page. */
export function linkTo(packed: string | undefined, only?: string, embed?: string): string {
  const work = packed === undefined ? {} : { packed };
  // A link to a cell leaves out what the page's figures are set to.
  const page = only === undefined ? location.href : location.origin + location.pathname;
  const place = only === undefined || embed !== undefined ? "" : `cell-${only}`;
  return shareAddress(page, { place, ...work }, embed);
}

/** Whether there is anything that a link has to carry. */
export function changesAnything({ cells, numbers }: SharedPage): boolean {
  return cells.length + Object.keys(numbers).length > 0;
}

const tooLong = say(
  "What you have changed is too long for a link, which may have 100,000 characters. Take it away as a file.",
);

function carries({ cells }: SharedPage, only?: string): string {
  const safe = say("Who opens it sees what you changed; nothing runs before they ask.");
  if (only === undefined) {
    const count =
      cells.length === 1
        ? say("one cell")
        : sayCount({ one: "{count} cell", other: "{count} cells" }, cells.length);
    return say(
      "It carries your changes to {cells}, what controls and figures are set to, and the numbers of exercises. {safety}",
      { cells: count, safety: safe },
    );
  }
  const others = gatherShared("").cells.some(({ id }) => id !== only);
  return sentences(
    say("It carries your changes to this cell."),
    safe,
    others &&
      say(
        "You have changed other cells too: “Share or take away” at the top of the page takes all.",
      ),
  );
}

function carriesNothing(only?: string): string {
  if (only === undefined)
    return say(
      "You have changed no cell of this page. The link leads to it, with the figures as they are set.",
    );
  const others = cellsOf(document).length > 1;
  return others
    ? say("You have not changed this cell. The link leads to it among the others.")
    : say("You have not changed this cell. The link leads to it.");
}
