import { sections } from "./chapter-items.ts";
import { withoutFences } from "./without-fences.ts";

/** A section that names works. */
export interface CitingSection {
  /** Id of its heading. */
  readonly anchor: string;
  /** Its heading in quotes. */
  readonly label: string;
  /** Keys of references.yml in order, each once: of citations, or of a reading list. */
  readonly works: readonly string[];
  /** Whether it is the reading list. */
  readonly readingList: boolean;
}

const SECTION = /^(?=#{2,3} )/m;
const CITE = /<Cite\s+of="([^"]+)"/g;
const READING = /<Reading\s+works=\{\{([\s\S]*?)\}\}\s*\/>/g;
const READ = /(\w+):\s*"(?:[^"\\]|\\.)*"/g;

/**
 * The sections of a chapter or notebook that cite works or list them for reading, in order.
 *
 * @param mdx its source
 */
export function citingSections(mdx: string): readonly CitingSection[] {
  const prose = withoutFences(mdx);
  const headings = sections(prose);
  return prose
    .split(SECTION)
    .slice(1)
    .flatMap((text, i) => {
      const lists = [...text.matchAll(READING)].map(([, list = ""]) => list).join();
      const found = [...text.matchAll(CITE), ...lists.matchAll(READ)].map(([, key = ""]) => key);
      const heading = headings[i];
      if (found.length === 0 || !heading) return [];
      const { anchor, label } = heading;
      return [{ anchor, label, works: [...new Set(found)], readingList: lists !== "" }];
    });
}
