import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Blob, Face as WholeFace } from "harfbuzzjs";
import subsetFont from "subset-font";
import type { Face } from "./faces.ts";

/** What of a font's typography stays: kerning, ligatures, accents, the two kinds of figures. */
const FEATURES = ["kern", "liga", "lnum", "mark", "tnum"];

const require = createRequire(import.meta.url);

/** The font with no other characters than those of its face, as WOFF2. */
export async function cutFont(face: Face): Promise<Buffer> {
  return subsetFont(readWhole(face), face.characters, {
    targetFormat: "woff2",
    keepFeatures: FEATURES,
    noHinting: true,
  });
}

/**
 * The style sheet of the fonts, each in two faces with one name: the cut font, and the whole one for
 * the characters that it has beyond that. No face claims what its font lacks, since a browser would
 * load it to find out.
 */
export async function fontRules(faces: readonly Face[]): Promise<string> {
  const rules = await Promise.all(
    faces.map(async (face) => {
      const cut = await charactersOf(await cutFont(face));
      const rest = (await charactersOf(readWhole(face))).filter((code) => !cut.includes(code));
      return [rule(face, `./${face.name}.woff2`, cut), rule(face, face.source, rest)];
    }),
  );
  return `/* biome-ignore-all format: generated */\n/* From src/cli/fonts/faces.ts, by \`node src/cli/write-fonts.ts\`. */\n\n${rules.flat().join("\n")}`;
}

function rule({ family, style, weight }: Face, url: string, codes: readonly number[]): string {
  return `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  font-display: swap;
  src: url("${url}") format("woff2");
  unicode-range: ${unicodeRange(codes)};
}
`;
}

function readWhole(face: Face): Buffer {
  return readFileSync(require.resolve(face.source));
}

/** The characters that a font has glyphs for, in order. */
async function charactersOf(font: Buffer): Promise<readonly number[]> {
  const unpacked = await subsetFont(font, "", { targetFormat: "sfnt", keepAllGlyphs: true });
  return [...new WholeFace(new Blob(unpacked)).collectUnicodes()].sort((a, b) => a - b);
}

/** Characters as CSS lists them: `U+20-7e, U+a0`. */
export function unicodeRange(codes: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else runs.push([code, code]);
  }
  return runs
    .map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ""}`)
    .join(", ");
}
