import { classHighlighter, highlightCode } from "@lezer/highlight";
import { parser as javascript } from "@lezer/javascript";
import { parser as python } from "@lezer/python";

const typescript = javascript.configure({ dialect: "ts" });

/** Parsers by the name that a fence gives; any other language stays plain. */
const parsers: Readonly<Record<string, typeof typescript>> = {
  ts: typescript,
  typescript,
  js: javascript,
  javascript,
  py: python,
  python,
};

/**
 * Code as escaped HTML whose tokens carry the classes `tok-*`, the ones that the editor uses too,
 * so that the two look alike. `language` is the word after the fence; unknown ones are not coloured.
 */
export function highlight(code: string, language = "ts"): string {
  const parser = Object.hasOwn(parsers, language) ? parsers[language] : undefined;
  if (!parser) return escaped(code);
  let html = "";
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (text, classes) => {
      html += classes ? `<span class="${classes}">${escaped(text)}</span>` : escaped(text);
    },
    () => {
      html += "\n";
    },
  );
  return html;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
