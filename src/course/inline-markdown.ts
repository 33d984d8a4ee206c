import { markdownToHtml } from "satteri";
import { equations } from "./equations.ts";

/**
 * One paragraph of Markdown to HTML without the paragraph: `$math$`, `code`, *emphasis*, links.
 * For short texts that live in front matter: hints, feedback, labels.
 */
export function inlineMarkdown(text: string): string {
  const result = markdownToHtml(text, {
    features: { math: true, smartPunctuation: true },
    mdastPlugins: [equations],
  });
  if (result instanceof Promise) {
    throw new Error(
      "inlineMarkdown: a Markdown plugin became asynchronous. Use plugins that answer at once.",
    );
  }
  return result.html.trim().replace(/^<p>([\s\S]*)<\/p>$/, "$1");
}
