import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Blob, Font, shape, Buffer as Text, Face as WholeFace } from "harfbuzzjs";
import { unpacked } from "./cut.ts";

/** A font that most machines of a kind have, which stands in for one of the book's until that has come. */
interface StandIn {
  /** It does not begin with "Serif": without quotes, as in a built style sheet, that means any serif. */
  readonly family: string;
  /** What it is called where it is installed, and fonts as wide as it. */
  readonly local: readonly string[];
  /** A font with its widths, letter for letter. */
  readonly source: string;
}

interface StoodIn {
  readonly source: string;
  readonly by: readonly StandIn[];
}

export const STAND_INS: readonly StoodIn[] = [
  {
    source: "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
    by: [
      // On Windows, Macs and iPhones; on Android; on Linux, with and without fonts made for offices.
      standIn("Text in Georgia", ["Georgia"], "gelasio"),
      standIn("Text in Noto", ["Noto Serif", "NotoSerif-Regular"], "noto-serif"),
      standIn("Text in Times", ["Times New Roman", "Liberation Serif"], "tinos"),
      dejaVu("Text in DejaVu", "DejaVu Serif", "DejaVuSerif"),
    ],
  },
  {
    source: "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
    by: [
      standIn("Sans in Roboto", ["Roboto", "Roboto-Regular"], "roboto"),
      standIn("Sans in Arial", ["Arial", "ArialMT", "Liberation Sans"], "arimo"),
      dejaVu("Sans in DejaVu", "DejaVu Sans", "DejaVuSans"),
    ],
  },
  {
    source: "katex/dist/fonts/KaTeX_Main-Regular.woff2",
    by: [
      standIn("Maths in Times", ["Times New Roman", "Liberation Serif"], "tinos"),
      standIn("Maths in Noto", ["Noto Serif", "NotoSerif-Regular"], "noto-serif"),
      dejaVu("Maths in DejaVu", "DejaVu Serif", "DejaVuSerif"),
    ],
  },
];

/** English as the book has it, long enough that every letter comes as often as it does there. */
const ENGLISH =
  "A gradient points where a function rises fastest, and its length says how fast. To go down, take a step the other way; how long that step may be, the curvature decides. In a narrow valley the steps that are safe across it are short along it, and most of what follows in this book is about going on along the floor without being thrown from wall to wall.";

const require = createRequire(import.meta.url);

/**
 * The rules of the faces that stand in: an installed font, in a size in which English takes as much
 * room in it as in the font that it stands in for, on lines of the same height. When that comes, next
 * to nothing moves.
 */
export async function standInRules(all: readonly StoodIn[]): Promise<string> {
  const rules = await Promise.all(
    all.map(async ({ source, by }) => {
      const font = await metricsOf(source);
      return Promise.all(
        by.map(async ({ family, local, source: other }) => {
          const size = font.width / (await metricsOf(other)).width;
          const names = local.map((name) => `local("${name}")`).join(", ");
          return `@font-face {\n  font-family: "${family}"; src: ${names};\n  size-adjust: ${percent(size)}; ascent-override: ${percent(font.ascent / size)}; descent-override: ${percent(font.descent / size)}; line-gap-override: 0%;\n}\n`;
        }),
      );
    }),
  );
  return `/* biome-ignore-all format: generated */\n/* From src/cli/fonts/stand-ins.ts, by \`npx node src/cli/write-fonts.ts\`. */\n\n${rules.flat().join("\n")}`;
}

/** Of a font in a size of 1: how wide English is, and how high and how low a line reaches. */
async function metricsOf(source: string) {
  const face = new WholeFace(new Blob(await unpacked(readFileSync(require.resolve(source)))));
  const font = new Font(face);
  const text = new Text();
  text.addText(ENGLISH);
  text.guessSegmentProperties();
  shape(font, text);
  const width = text.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  const { ascender, descender } = font.hExtents();
  return {
    width: width / face.upem,
    ascent: ascender / face.upem,
    descent: -descender / face.upem,
  };
}

function standIn(family: string, local: readonly string[], name: string): StandIn {
  return { family, local, source: `@fontsource/${name}/files/${name}-latin-400-normal.woff2` };
}

function dejaVu(family: string, local: string, file: string): StandIn {
  return { family, local: [local, file], source: `dejavu-fonts-ttf/ttf/${file}.ttf` };
}

function percent(part: number): string {
  return `${Number((100 * part).toFixed(1))}%`;
}
