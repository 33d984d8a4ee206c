import ts from "typescript";
import { tsxRegions } from "./tsx-regions.ts";

/** What makes of a text HTML that shows it. */
const ESCAPES = /^(escaped|htmlOf|markdown|attribute|content)$/;
const SAYS = /^say(Parts|Count)?$/;
const TAG = /<\/?[a-z][^<]*/;

/**
 * Lines of a file at which a message stands in HTML as it is: a translation with a quote or an angle
 * bracket in it would break the page.
 */
export function unescapedIn(source: string, path: string): readonly number[] {
  return tsxRegions(source, path).flatMap(({ kind, text, offset }) => {
    const file = ts.createSourceFile(`file.${kind}`, text, ts.ScriptTarget.Latest, true);
    const lines: number[] = [];
    const look = (node: ts.Node, inHtml: boolean) => {
      if (ts.isCallExpression(node)) {
        const name = node.expression.getText();
        if (inHtml && SAYS.test(name))
          lines.push(source.slice(0, offset + node.getStart(file)).split("\n").length);
        // What another function makes of a message is its own matter.
        if (ESCAPES.test(name) || SAYS.test(name)) return;
        ts.forEachChild(node, (child) => look(child, false));
      } else if (ts.isTemplateExpression(node)) {
        const html =
          inHtml ||
          TAG.test(
            [node.head, ...node.templateSpans.map((span) => span.literal)]
              .map((piece) => piece.text)
              .join(""),
          );
        for (const { expression } of node.templateSpans) look(expression, html);
      } else ts.forEachChild(node, (child) => look(child, inHtml));
    };
    look(file, false);
    return lines;
  });
}
