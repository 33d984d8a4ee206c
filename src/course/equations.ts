import type { MdastContent, MdastPluginEntry } from "satteri";
import { say } from "#src/language/say.ts";
import { type EquationNumbers, numberEquations, splitLabel } from "./equation-labels.ts";
import { escaped } from "./escaped.ts";
import { renderMath } from "./math.ts";

/** Signs that may not begin a line. */
const CLOSING = /^[.,;:!?)\]’”]+/;

const REFERENCE = /^\s*\\eqref\{([\w-]+)\}\s*$/;

/**
 * Markdown plugin: `$…$` and `$$…$$` become KaTeX's HTML at build. A display formula with
 * `\label{name}` is numbered within its chapter; `$\eqref{name}$` links to it.
 */
export const equations: MdastPluginEntry = ({ source, fileURL, sourceFormat }) => {
  // A worked notebook has a number too, but is no chapter.
  const chapter = Number(/\/chapters\/(\d+)-[^/]*$/.exec(fileURL?.pathname ?? "")?.[1] ?? 0);
  const numbers = numberEquations(source, chapter);
  // MDX becomes JSX and cannot hold an html node; Markdown would wrap re-read HTML in a paragraph.
  const html = (value: string): MdastContent =>
    sourceFormat === "mdx"
      ? { raw: literal(value), mdxExpressions: false }
      : { type: "html", value };
  return {
    name: "equations",
    math: (node, context) => context.replaceNode(node, html(displayEquation(node.value, numbers))),
    inlineMath(node, context) {
      const formula = inlineEquation(node.value, numbers);
      const siblings = context.parent(node)?.children ?? [];
      const after = siblings[(context.indexOf(node) ?? siblings.length) + 1];
      const closing = after?.type === "text" ? (CLOSING.exec(after.value)?.[0] ?? "") : "";
      if (after?.type === "text" && closing !== "") {
        context.setProperty(after, "value", after.value.slice(closing.length));
      }
      context.replaceNode(node, html(closing === "" ? formula : keptTogether(formula, closing)));
    },
  };
};

/** A browser may break a line after a formula, but not before a comma. */
function keptTogether(formula: string, closing: string): string {
  return `<span class="kept-together">${formula}${closing}</span>`;
}

/** HTML whose text Markdown reads as it stands: in TeX, backslash, _ and * are no markup. */
function literal(html: string): string {
  return html.replace(/[\\_*`~[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A formula inside a line, or a link when it is `\eqref{name}`. */
export function inlineEquation(value: string, numbers: EquationNumbers): string {
  const name = REFERENCE.exec(value)?.[1];
  if (!name) return renderMath(value);
  const number = numbers.get(name);
  if (!number) {
    const known = [...numbers.keys()].join(", ") || "none";
    throw new Error(
      `equations: \\eqref{${name}} names no equation of this chapter. Labels here: ${known}. Correct the name or add \\label{${name}}.`,
    );
  }
  return `<a class="equation-reference" href="#eq-${name}">(${number})</a>`;
}

/** A formula on its own line, with its number and anchor when it has a label. */
export function displayEquation(value: string, numbers: EquationNumbers): string {
  const { tex, label } = splitLabel(value);
  const body = `<div class="equation-body">${renderMath(tex, true)}</div>`;
  const number = label && numbers.get(label);
  if (!number) return `<div class="equation">${body}</div>`;
  return `<div class="equation" id="eq-${label}">${body}<a class="equation-number" href="#eq-${label}" aria-label="${escaped(say("Equation {number}", { number }))}">(${number})</a></div>`;
}
