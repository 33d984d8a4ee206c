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

/** What `editor.css` colours. */
const COLOURED = /^tok-(comment|keyword|string2?|number|bool|typeName|className|namespace)$/;

/**
 * Code as escaped HTML whose tokens carry the classes `tok-*`, the ones that the editor uses too,
 * so that the two look alike; what is as plain as the rest has no element, which a chapter has
 * fifteen hundred of. `language` is the word after the fence; unknown ones are not coloured.
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
      const marked = classes.split(" ").filter((name) => COLOURED.test(name) || isTold(name, text));
      html +=
        marked.length > 0
          ? `<span class="${marked.join(" ")}">${escaped(text)}</span>`
          : escaped(text);
    },
    () => {
      html += "\n";
    },
  );
  return html;
}

/** What others have to know apart: a name that may be a type's, and a short one of a property. */
function isTold(token: string, text: string): boolean {
  return (
    (token === "tok-variableName" && /^[A-Z]/.test(text)) ||
    (token === "tok-propertyName" && text.length === 1)
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
