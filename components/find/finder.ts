import type { Entry } from "#src/course/search/entry.ts";
import { type PackedNames, type PackedTexts, unpack } from "#src/course/search/packed.ts";
import { makeIndex, type SearchIndex } from "#src/course/search/search-index.ts";
import { sitePath } from "#src/course/site-path.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";

/** What the page can find so far. */
export interface Finder {
  readonly index: SearchIndex;
  readonly entries: readonly Entry[];
  /** Whether the texts are there, and not the names alone. */
  readonly whole: boolean;
}

let finder: Finder | undefined;
const listeners = new Set<() => void>();

/** What can be found by now; nothing before the names have come. */
export function finderNow(): Finder | undefined {
  return finder;
}

/** Calls back whenever more can be found. */
export function whenMoreIsFound(then: () => void): void {
  listeners.add(then);
}

/**
 * Fetches the names and then the texts, once; again after a failure.
 * @returns a promise that rejects with the reason in words
 */
export const loadFinder = askOnce(async () => {
  const texts = fetched<PackedTexts>("search-text.json");
  // Waited for below: until then its failure is no error of the page.
  texts.catch(() => {});
  const names = await fetched<PackedNames>("search.json");
  if (finder === undefined) await grow(unpack(names), false);
  await grow(unpack(names, await texts), true);
});

async function grow(entries: readonly Entry[], whole: boolean): Promise<void> {
  const index = makeIndex();
  await index.add(entries);
  finder = { index, entries, whole };
  for (const listener of listeners) listener();
}

async function fetched<T>(file: string): Promise<T> {
  return JSON.parse(await fetchText(sitePath(file))) as T;
}
