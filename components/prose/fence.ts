/** A fenced code block as the Markdown renderer hands it on: one `<code>` element. */
export interface Fence {
  readonly language: string;
  readonly source: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
};

/**
 * Reads language and text back out of the rendered `<code class="language-…">`.
 *
 * @param html the content of a rendered `<pre>`
 */
export function readFence(html: string): Fence {
  const language = /class="language-([\w-]+)"/.exec(html)?.[1] ?? "text";
  const source = html
    .replace(/<[^>]*>/g, "")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\n$/, "");
  return { language, source };
}
