import { make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";

/** Rows under a heading. */
export interface RowGroup {
  readonly label: string;
  /** Links, or elements that do something when they are clicked. */
  readonly rows: readonly HTMLElement[];
  /** Whether there are others, which are not shown. */
  readonly more?: boolean;
}

/** A list of options that a text box leads, by the ARIA pattern of a combobox. */
export interface ListBox {
  readonly element: HTMLElement;
  /** Shows other rows, the first of them chosen. @returns how many there are */
  show(groups: readonly RowGroup[]): number;
  /**
   * Shows what there is by now of the same rows. Once the reader has moved the choice, it stays, as
   * do the rows above it, and the others come below. @returns how many there are
   */
  grow(groups: readonly RowGroup[]): number;
  /** Moves the choice if the key is one that does. @returns whether it is */
  moveBy(key: string): boolean;
  /** Does what a click on the chosen row does. */
  follow(): void;
}

const PAGE = 8;

/** Makes the list that the arrow keys in a text box go through. */
export function createListBox(input: HTMLInputElement, id: string): ListBox {
  const element = make("div", {
    id,
    className: "find-list",
    role: "listbox",
    ariaLabel: say("Found"),
  });
  let shown: readonly RowGroup[] = [];
  let rows: readonly HTMLElement[] = [];
  let at = 0;

  function choose(next: number) {
    rows[at]?.setAttribute("aria-selected", "false");
    at = next;
    const row = rows[at];
    row?.setAttribute("aria-selected", "true");
    if (row) input.setAttribute("aria-activedescendant", row.id);
    else input.removeAttribute("aria-activedescendant");
    row?.scrollIntoView({ block: "nearest" });
  }

  function draw(groups: readonly RowGroup[]) {
    shown = groups;
    rows = groups.flatMap((group) => group.rows);
    for (const [index, row] of rows.entries()) {
      Object.assign(row, { id: `${id}-${index}`, role: "option", tabIndex: -1 });
      row.setAttribute("aria-selected", "false");
    }
    element.replaceChildren(...groups.filter((group) => group.rows.length > 0).map(drawn));
  }

  return {
    element,
    show(groups) {
      draw(groups);
      element.scrollTop = 0;
      at = 0;
      choose(0);
      // The heading of the first group is seen with its first row.
      element.scrollTop = 0;
      return rows.length;
    },
    grow(groups) {
      if (at === 0) return this.show(groups);
      const { scrollTop } = element;
      draw(grown(shown, at, groups, placeOf));
      element.scrollTop = scrollTop;
      choose(at);
      return rows.length;
    },
    moveBy(key) {
      const next = placeAfter(key, at, rows.length);
      if (next === undefined) return false;
      choose(next);
      return true;
    },
    follow: () => rows[at]?.click(),
  };
}

/** Where a key leads in a list: arrows go round, Home and End to its ends, Page keys by eight. */
export function placeAfter(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "PageDown":
      return Math.min(at + PAGE, count - 1);
    case "PageUp":
      return Math.max(at - PAGE, 0);
    default:
      return undefined;
  }
}

/** Groups of which more has been found. */
interface Growing<Row> {
  readonly rows: readonly Row[];
}

/**
 * Groups as they have grown, with the row of a place and all above it where they were.
 *
 * @param at the place among the rows of all groups
 * @param now the same groups with what has been found since
 * @param key tells whether two rows are the same
 */
export function grown<Row, Group extends Growing<Row>>(
  before: readonly Group[],
  at: number,
  now: readonly Group[],
  key: (row: Row) => string,
): readonly Group[] {
  let left = at + 1;
  return now.map((group, index) => {
    const above = before[index]?.rows.slice(0, left) ?? [];
    left -= above.length;
    // What stands above the place is complete.
    if (left > 0) return before[index] ?? group;
    const kept = new Set(above.map(key));
    return { ...group, rows: [...above, ...group.rows.filter((row) => !kept.has(key(row)))] };
  });
}

/** Where a row leads, or what it does: the sentence to be marked there is known with the texts. */
function placeOf(row: HTMLElement): string {
  return row.getAttribute("href")?.replace(/:~:.*/, "") ?? row.textContent;
}

function drawn({ label, rows }: RowGroup): HTMLElement {
  const heading = make("div", { className: "find-group", ariaHidden: "true" }, label);
  return make("div", { role: "group", ariaLabel: label }, heading, ...rows);
}
