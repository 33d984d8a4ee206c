/** What the browser has said when it was asked to keep the work until the reader clears it. */
export type Lasting = "kept" | "refused" | "unknown";

let asked = false;

/** Whether the browser keeps the work already, in words of the same kind. */
export async function lasts(): Promise<Lasting> {
  try {
    return (await navigator.storage.persisted()) ? "kept" : "refused";
  } catch {
    return "unknown";
  }
}

/** Asks the browser to keep the work; it may ask the reader, so this is for an answer to a press. */
export async function askToLast(): Promise<Lasting> {
  try {
    return (await navigator.storage.persist()) ? "kept" : "refused";
  } catch {
    return "unknown";
  }
}

/** Asks once in a page, where the browser decides by itself. Firefox asks the reader, who is at work. */
export function askQuietlyToLast(): void {
  if (asked || "mozInnerScreenX" in window) return;
  asked = true;
  void askToLast();
}
