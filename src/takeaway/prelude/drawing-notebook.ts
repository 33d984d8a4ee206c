import { notDrawn } from "./plot.ts";

/** Shows a drawing below the cell. */
export function showDrawing(value: Element) {
  if (value === notDrawn) return console.log("(A drawing; Plot and linkedom could not be had.)");
  const vector = value.localName === "svg";
  const start = '<svg xmlns="http://www.w3.org/2000/svg"';
  const source = vector ? value.outerHTML.replace("<svg", start) : value.outerHTML;
  Deno.jupyter.display({ [vector ? "image/svg+xml" : "text/html"]: source }, { raw: true });
}
