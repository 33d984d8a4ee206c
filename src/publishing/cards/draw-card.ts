import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { lightColours } from "./light-colours.ts";

const locate = createRequire(import.meta.url).resolve;
const bytes = (file: string) => readFileSync(locate(file));
const sheet = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** Of two files of one family the first is asked first, and the second for what that lacks. */
const FONTS = [
  "@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff2",
  "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
  "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
];

/** The program; it is loaded once. */
let ready: Promise<void> | undefined;

/** Makes cards into PNG files; the fonts and the program are read once. */
export async function cardPainter(): Promise<(svg: string) => Uint8Array> {
  ready ??= initWasm(bytes("@resvg/resvg-wasm/index_bg.wasm"));
  await ready;
  const fontBuffers = FONTS.map((file) => new Uint8Array(bytes(file)));
  const light = lightColours(
    sheet("../../styles/tokens.css") + sheet("../../../components/plot/plot.css"),
  );
  return (svg) => {
    const drawing = new Resvg(light(svg), {
      font: { fontBuffers, defaultFontFamily: "Source Sans 3", loadSystemFonts: false },
    });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    return png;
  };
}
