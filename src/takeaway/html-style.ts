import drawing from "#components/cell/drawing.css?raw";
import output from "#components/cell/output.css?raw";
import trace from "#components/cell/trace.css?raw";
import code from "#components/editor/editor.css?raw";
import tokens from "#src/styles/tokens.css?raw";
import file from "./html-file.css?raw";

/** The look of a page of its own: that of the book, without what only its pages can do. */
export const htmlStyle = [tokens, file, tokensOfCode(code), output, drawing, trace]
  .map((css) => css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*\n\s*/g, "\n"))
  .join("");

/** The colours of code; the rest is about typing it. */
function tokensOfCode(css: string): string {
  return css.match(/^\.tok-[^{]*\{[^}]*\}/gm)?.join("\n") ?? "";
}
