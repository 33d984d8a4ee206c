import { BOOK } from "./book.ts";

/** A link with what is behind it. */
export interface ListedLink {
  readonly title: string;
  readonly url: string;
  readonly about: string;
}

/**
 * `llms.txt` of the book, as llmstxt.org proposes it: name, summary, and lists of links for programs
 * that read.
 *
 * @param sections heading to links, in order; what stands under "Optional" may be left out.
 */
export function llmsText(sections: ReadonlyMap<string, readonly ListedLink[]>): string {
  const parts = [...sections].map(
    ([heading, links]) =>
      `## ${heading}\n\n${links.map(({ title, url, about }) => `- [${title}](${url}): ${about}`).join("\n")}`,
  );
  return `# ${BOOK.name}

> ${BOOK.description}

${BOOK.subtitle}. The chapters and worked notebooks are listed as plain Markdown; on their pages the figures move, the cells run and the exercises are checked. Prose and figures are under CC BY 4.0, code is under MIT.

${parts.join("\n\n")}
`;
}
