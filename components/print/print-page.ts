import { whenIdle } from "#components/shell/when-idle.ts";

/**
 * What makes a page ready for paper comes once the reader has given a sign, before which nobody
 * prints; it has to be there when the browser says that it prints, since that waits for nothing.
 */
const SIGNS = ["pointermove", "pointerdown", "keydown", "scroll"];

const first = new AbortController();
for (const sign of SIGNS) addEventListener(sign, begin, { passive: true, signal: first.signal });

function begin(): void {
  first.abort();
  whenIdle(() => void import("./for-paper.ts").catch(() => undefined));
}
