/** What the reader has asked for: the whole book, no copy, or nothing in particular. */
export type Choice = "all" | "none" | undefined;

/** Not among the work, which may be taken to another machine. */
const KEY = "downhill-offline";

export function readChoice(): Choice {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "all" || kept === "none" ? kept : undefined;
  } catch {
    // Storage may be denied.
    return undefined;
  }
}

export function keepChoice(choice: "all" | "none"): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // It then holds for this page.
  }
}

/** What a browser tells of the connection; not all do. */
export interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
  readonly effectiveType?: string;
}

/** Whether only what is visited is to be kept, since the reader may pay for each byte or wait for it. */
export function isFrugal({ saveData, type, effectiveType }: Connection): boolean {
  return saveData === true || type === "cellular" || /2g$/.test(effectiveType ?? "");
}

/** Whether the whole book is fetched without being asked for. */
export function takesAll(): boolean {
  const { connection = {} } = navigator as Navigator & { readonly connection?: Connection };
  return readChoice() === "all" || !isFrugal(connection);
}
