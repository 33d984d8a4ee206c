import { shortLine, shortMarkdown } from "#src/course/short-markdown.ts";

/** Markdown as HTML in the browser; harmless, whoever wrote it. */
export interface Markdown {
  /** A line, without a paragraph around it. */
  readonly line: (text: string) => string;
  /** A text of several blocks. */
  readonly text: (text: string) => string;
}

/** Loads what sets mathematics, and gives the Markdown of assignments and of own exercises. */
export async function loadMarkdown(): Promise<Markdown> {
  const { renderMath } = await import("#src/course/math.ts");
  return {
    line: (text) => shortLine(text, renderMath),
    text: (text) => shortMarkdown(text, renderMath),
  };
}
