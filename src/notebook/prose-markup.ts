import { Marked, type TokenizerAndRendererExtension } from "marked";
import { escaped } from "./escaped.ts";

/** Prose as HTML, and the formulas that go where it has `<span data-formula="n">`. */
export interface ProseMarkup {
  readonly html: string;
  readonly formulas: readonly ProseFormula[];
}

export interface ProseFormula {
  readonly tex: string;
  /** On a line of its own. */
  readonly display: boolean;
}

/**
 * Markdown with `$…$` and `$$…$$` as HTML. HTML in it is text like any other, and an image is its
 * description with a link: nothing is fetched from anywhere. What comes out still goes through
 * `sanitiseProse` before it enters the page.
 */
export function proseMarkup(text: string): ProseMarkup {
  const formulas: ProseFormula[] = [];
  const place = (tex: string, display: boolean) =>
    `<span data-formula="${formulas.push({ tex, display }) - 1}"></span>`;
  const markdown = new Marked({
    gfm: true,
    extensions: [formula("block", place), formula("inline", place)],
    renderer: {
      html: ({ text: raw }) => escaped(raw),
      // The title of the notebook is the only heading of the first order.
      heading({ tokens, depth }) {
        const level = Math.min(depth + 1, 6);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      image: ({ href, text: words }) =>
        `<a href="${escaped(href)}">${escaped(words === "" ? "picture" : `picture: ${words}`)}</a>`,
      checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    },
  });
  const html = markdown.parse(text, { async: false });
  return { html, formulas };
}

function formula(
  level: "block" | "inline",
  place: (tex: string, display: boolean) => string,
): TokenizerAndRendererExtension {
  const name = `${level}Formula`;
  const pattern =
    level === "block"
      ? /^ {0,3}\$\$([\s\S]+?)\$\$[ \t]*(?:\n+|$)/
      : /^\$\$([^$]+?)\$\$|^\$(?![\s$])((?:\\[\s\S]|[^$\\])*?)(?<![\s\\])\$(?!\d)/;
  return {
    name,
    level,
    start: (source) => {
      // A block begins a line: elsewhere a paragraph would be cut in two.
      const at = level === "block" ? source.search(/(?<=\n) {0,3}\$\$/) : source.indexOf("$");
      return at < 0 ? undefined : at;
    },
    tokenizer(source) {
      const found = pattern.exec(source);
      if (!found) return undefined;
      const [raw, display, inline] = found;
      return {
        type: name,
        raw,
        tex: (display ?? inline ?? "").trim(),
        display: inline === undefined,
      };
    },
    renderer: (token) => {
      const html = place(String(token["tex"]), token["display"] === true);
      return level === "block" ? `<p>${html}</p>\n` : html;
    },
  };
}
