const READING = /<Reading\s+works=\{\{([\s\S]*?)\}\}\s*\/>/g;
const WORK = /(\w+):\s*"((?:[^"\\]|\\.)*)"/g;

/** A work in the reading list of a page, and why it is there. */
export interface Listed {
  readonly key: string;
  readonly why: string;
}

/** The works that a chapter or notebook lists for further reading, in order. */
export function worksListed(mdx: string): readonly Listed[] {
  return [...mdx.matchAll(READING)].flatMap(([, list = ""]) =>
    [...list.matchAll(WORK)].map(([, key = "", why = ""]) => ({
      key,
      why: why.replace(/\\(.)/g, "$1"),
    })),
  );
}
