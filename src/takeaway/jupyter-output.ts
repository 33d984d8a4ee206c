import { markup } from "#src/notebook/markup.ts";
import type { Output } from "#src/notebook/output.ts";
import { outputText } from "./output-text.ts";

/** An output as a Jupyter notebook stores it, format 4.5. */
export type JupyterOutput =
  | {
      readonly output_type: "display_data";
      readonly data: Readonly<Record<string, string>>;
      readonly metadata: object;
    }
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/**
 * What a cell showed, as a Jupyter notebook stores it: drawings as SVG, tables as HTML, formulas as
 * TeX, each with a text beside it. Of frames the last is kept.
 */
export function jupyterOutput(output: Output): JupyterOutput {
  const text = outputText(output);
  switch (output.kind) {
    case "log":
      return {
        output_type: "stream",
        name: output.level === "log" ? "stdout" : "stderr",
        text: `${text}\n`,
      };
    case "error":
      return { output_type: "error", ename: "Error", evalue: text, traceback: [text] };
    case "svg": {
      const type = output.source.startsWith("<svg") ? "image/svg+xml" : "text/html";
      return shown({ [type]: standalone(output.source), "text/plain": text });
    }
    case "tex":
      return shown({ "text/latex": `$$${output.source}$$`, "text/plain": text });
    case "table":
    case "matrix":
      return shown({ "text/html": plainTable(markup(output)), "text/plain": text });
    case "trace":
      return shown({ "text/html": plainTable(markup(output.table)), "text/plain": text });
    case "frames": {
      const last = output.frames.at(-1);
      return last ? jupyterOutput(last) : shown({ "text/plain": text });
    }
    default:
      return shown({ "text/plain": text });
  }
}

/** What the build stored of a cell, which is the page's own HTML, as one output. */
export function jupyterStored(html: string, text: string): JupyterOutput {
  return shown({ "text/html": html, "text/plain": text });
}

function shown(data: Readonly<Record<string, string>>): JupyterOutput {
  return { output_type: "display_data", data, metadata: {} };
}

/** A drawing that stands for itself names its language. */
function standalone(source: string): string {
  return / xmlns=/.test(source)
    ? source
    : source.replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"');
}

/** The table alone: what folds rows away in the page has no style here. */
function plainTable(html: string): string {
  return html.replace(/<details.*?<\/details>/gs, "");
}
