import type { AheadCell } from "./compile-ahead.ts";

type Cells = Readonly<Record<string, AheadCell>>;

/** What the build compiled of the cells of a page, fetched once. */
export interface BuiltCells {
  /** Resolves when they have come, or cannot be had, which is as if there were none. */
  fetch(): Promise<void>;
  /** All of them by id; nothing until they have come. */
  all(): Cells | undefined;
  /** What was compiled of this very text of a cell. */
  of(id: string, source: string): { readonly ahead?: AheadCell };
}

/**
 * @param ask fetches them; without it there are none.
 * @param onCome called before they are there for others, when there are any.
 */
export function builtCells(
  ask: (() => Promise<Cells>) | undefined,
  onCome: () => Promise<void>,
): BuiltCells {
  let cells: Cells | undefined = ask ? undefined : {};
  let coming: Promise<void> | undefined;

  async function come() {
    const found = await (ask?.() ?? {});
    if (Object.keys(found).length > 0) await onCome();
    cells = found;
  }

  return {
    fetch() {
      coming ??= come().catch(() => {
        cells = {};
      });
      return coming;
    },
    all: () => cells,
    of(id, source) {
      const one = cells && Object.hasOwn(cells, id) ? cells[id] : undefined;
      return one?.source === source ? { ahead: one } : {};
    },
  };
}
