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
  /** The same, to be given to the worker, which keeps it: nothing when it has it. */
  give(id: string, source: string): { readonly ahead?: AheadCell };
  /** The worker is a fresh one, which has nothing. */
  forget(): void;
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

  /** Cells that the worker has. */
  const given = new Set<string>();

  function of(id: string, source: string) {
    const one = cells && Object.hasOwn(cells, id) ? cells[id] : undefined;
    return one?.source === source ? { ahead: one } : {};
  }

  return {
    fetch() {
      coming ??= come().catch(() => {
        cells = {};
      });
      return coming;
    },
    all: () => cells,
    of,
    give(id, source) {
      const one = given.has(id) ? {} : of(id, source);
      if (one.ahead) given.add(id);
      return one;
    },
    forget: () => given.clear(),
  };
}
