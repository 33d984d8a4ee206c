import { writeFileSync } from "node:fs";
import { prefix } from "./files.ts";
import { notDrawn } from "./plot.ts";

let drawn = 0;

/** Writes a drawing into the folder that this runs in. */
export function showDrawing(value: Element) {
  if (value === notDrawn)
    return console.log("(A drawing. To have it: npm install @observablehq/plot linkedom@0.18.10)");
  const vector = value.localName === "svg";
  const file = `${prefix}-${++drawn}.${vector ? "svg" : "html"}`;
  const start = '<svg xmlns="http://www.w3.org/2000/svg"';
  writeFileSync(file, vector ? value.outerHTML.replace("<svg", start) : value.outerHTML);
  console.log(`Drew ${file}`);
}
