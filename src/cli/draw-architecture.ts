import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readImportGraph } from "./import-graph.ts";
import { layOutPicture } from "./picture-layout.ts";
import { pictureSvg } from "./picture-svg.ts";

/** What to type to bring the picture up to date. */
export const COMMAND = "npx node src/cli/draw-architecture.ts";

/** Where the picture is. */
export const PICTURE = fileURLToPath(new URL("../architecture.svg", import.meta.url));

/** The picture of the folders and what they import of each other, drawn from the files as they are. */
export function architectureSvg(): string {
  return pictureSvg(layOutPicture(readImportGraph()));
}

if (import.meta.main) writeFileSync(PICTURE, architectureSvg());
