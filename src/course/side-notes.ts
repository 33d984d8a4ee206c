import { withoutFences } from "./without-fences.ts";

const NOTE = /^\[\^([\w-]+)\]:/gm;

/**
 * The style sheet by which each footnote of a chapter finds the mark beside which it stands in the
 * margin of a wide page, below the note before it; empty where there are no notes.
 *
 * @param mdx the chapter's source
 */
export function sideNotes(mdx: string): string {
  const names = [...withoutFences(mdx).matchAll(NOTE)].map(([, name]) => name);
  return names
    .map((name, index) => {
      const before = names[index - 1];
      const place =
        before === undefined
          ? ""
          : `;top:max(anchor(top),calc(anchor(--side-${before} bottom) + 1rem))`;
      return `#user-content-fnref-${name}{anchor-name:--note-${name}}#user-content-fn-${name}{anchor-name:--side-${name};position-anchor:--note-${name}${place}}`;
    })
    .join("");
}
