import { withoutFences } from "./without-fences.ts";

const NOTE = /^\[\^([\w-]+)\]:/gm;

/**
 * The style sheet by which each footnote of a chapter finds the mark beside which it stands in the
 * margin of a wide page; empty where there are no notes.
 *
 * @param mdx the chapter's source
 */
export function sideNotes(mdx: string): string {
  return [...withoutFences(mdx).matchAll(NOTE)]
    .map(
      ([, name]) =>
        `#user-content-fnref-${name}{anchor-name:--note-${name}}#user-content-fn-${name}{position-anchor:--note-${name}}`,
    )
    .join("");
}
