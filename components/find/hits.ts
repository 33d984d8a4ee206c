import type { Hit } from "#src/course/search/search-index.ts";
import type { Finder } from "./finder.ts";

/** So many are shown of what a question finds. */
const MOST = 40;

/** What is shown of what a question finds. */
export interface Hits {
  readonly hits: readonly Hit[];
  /** Whether there are others. */
  readonly more: boolean;
}

/** The best of what a question finds by now; nothing before the names have come. */
export function hitsOf(query: string, finder: Finder | undefined): Hits {
  const hits = finder?.index.find(query, MOST + 1) ?? [];
  return { hits: hits.slice(0, MOST), more: hits.length > MOST };
}
