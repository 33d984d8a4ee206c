const FENCE = /^([ \t]*)(`{3,}|~{3,})[\s\S]*?^\1\2[ \t]*$/gm;

/** The MDX of a chapter without its fenced code, in which nothing is a heading or a component. */
export function withoutFences(mdx: string): string {
  return mdx.replace(FENCE, "");
}
