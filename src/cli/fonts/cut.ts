import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Blob, Face as WholeFace } from "harfbuzzjs";
import subsetFont from "subset-font";
import type { Face } from "./faces.ts";
import { copyrightOf, withFamilyOnly } from "./name-table.ts";

/** What of a font's typography stays: kerning, ligatures, accents, the two kinds of figures. */
const FEATURES = ["kern", "liga", "lnum", "mark", "tnum"];

const require = createRequire(import.meta.url);

/** Of no use to a browser: baselines of other scripts, and axes where there are none. */
const TABLES_TO_DROP = ["BASE", "STAT"];

/** The face in which the MathML of a formula stands, for those who do not see it. */
const MATHML = "math-upright";

/** Holds the text of the licence, which is the same for all of them. */
const LICENCE = "@fontsource/source-serif-4/LICENSE";

/** The two files of a face, each with its name: what the chapters have, and what is seldom. */
export async function cutFonts(face: Face): Promise<readonly (readonly [string, Buffer])[]> {
  const often = new Set(face.characters);
  const seldom = [...face.seldom].filter((character) => !often.has(character)).join("");
  return [
    [face.name, await cutFont(face, face.characters)],
    [`${face.name}-seldom`, await cutFont(face, seldom)],
  ];
}

/** The font with no other characters, as WOFF2. */
async function cutFont(face: Face, characters: string): Promise<Buffer> {
  const cut = await subsetFont(readWhole(face), characters, {
    targetFormat: "sfnt",
    keepFeatures: FEATURES,
    dropTables: face.alone ? [...TABLES_TO_DROP, "GPOS"] : TABLES_TO_DROP,
    noHinting: true,
  });
  return subsetFont(withFamilyOnly(cut, face.name), "", {
    targetFormat: "woff2",
    keepAllGlyphs: true,
    keepFeatures: FEATURES,
    noHinting: true,
  });
}

/** Whose the fonts are and under which licence, which must go with every copy of them. */
export async function fontNotice(faces: readonly Face[]): Promise<string> {
  const owners = await Promise.all(
    faces.map(async (face) => copyrightOf(await unpacked(readWhole(face))).trim()),
  );
  const licence = readFileSync(require.resolve(LICENCE), "utf8");
  return `The fonts of this book, cut down to the characters that it uses, are under the SIL Open Font License.\n\n${[...new Set(owners)].join("\n\n")}\n\n${licence.slice(licence.indexOf("This Font Software"))}`;
}

/**
 * The style sheet of the fonts, each in three faces with one name: the whole font, the one for
 * what is seldom, and the one that the chapters load. Of faces that claim one character the last
 * wins. No face of a text claims what neither it nor a later one has, since a browser would load it to
 * find out. A whole font of mathematics claims all, which is shorter: what is set in it, KaTeX chose;
 * but for the one that MathML inherits, with letters and signs of every kind.
 */
export async function fontRules(faces: readonly Face[]): Promise<string> {
  const rules = await Promise.all(
    faces.map(async (face) => {
      const cut = (await cutFonts(face)).map(([name, font]) => [`./${name}.woff2`, font] as const);
      const parts = [[face.source, readWhole(face)] as const, ...cut.toReversed()];
      const codes = await Promise.all(parts.map(([, font]) => charactersOf(font)));
      return parts.map(([url], i) => {
        const later = codes.slice(i + 1).flat();
        const own = codes[i]!.filter((code) => !later.includes(code));
        const all = i === 0 && face.family.startsWith("KaTeX") && face.name !== MATHML;
        return rule(face, url, all ? undefined : unicodeRange(own, later));
      });
    }),
  );
  return `/* biome-ignore-all format: generated */\n/* From src/cli/fonts/faces.ts, by \`npx node src/cli/write-fonts.ts\`. */\n\n${rules.flat().join("\n")}`;
}

function rule({ family, style, weight }: Face, url: string, range?: string): string {
  return `@font-face {
  font-family: "${family}"; font-style: ${style}; font-weight: ${weight}; font-display: swap;
  src: url("${url}") format("woff2");${range === undefined ? "" : `\n  unicode-range: ${range};`}
}
`;
}

function readWhole(face: Face): Buffer {
  return readFileSync(require.resolve(face.source));
}

/** The characters that a font has glyphs for, in order. */
async function charactersOf(font: Buffer): Promise<readonly number[]> {
  return [...new WholeFace(new Blob(await unpacked(font))).collectUnicodes()].sort((a, b) => a - b);
}

/** A font without compression, which is what HarfBuzz reads. */
export function unpacked(font: Buffer): Promise<Buffer> {
  return subsetFont(font, "", { targetFormat: "sfnt", keepAllGlyphs: true });
}

/**
 * Characters as CSS lists them: `U+20-7e, U+a0`.
 * @param between characters that a run may have in it too, which makes for fewer runs.
 */
export function unicodeRange(codes: readonly number[], between: readonly number[] = []): string {
  const passed = new Set(between);
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    let next = (last?.[1] ?? Number.NaN) + 1;
    while (next < code && passed.has(next)) next++;
    if (last && code === next) last[1] = code;
    else runs.push([code, code]);
  }
  return runs
    .map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ""}`)
    .join(", ");
}
