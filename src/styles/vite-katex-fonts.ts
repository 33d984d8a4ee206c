import type { Plugin } from "vite";

/** The faces of KaTeX that `fonts/fonts.css` has in parts. */
const IN_PARTS =
  /KaTeX_(Main-Regular|Main-Bold|Math-Italic|AMS-Regular|Caligraphic-Regular|Size[1-4]-Regular)\.woff2/;

/** What KaTeX says of a part in one size within a part in another, from \\tiny to \\Huge. */
const SIZE =
  /\.katex \.fontsize-ensurer\.reset-size(\d+)\.size(\d+),\.katex \.katex-sizing\.reset-size\1\.size\2\{font-size:([\d.]+)em\}/g;
const SIZES = 11;

/**
 * Takes from the style sheet of KaTeX the faces that the book brings in parts, from the others the
 * older formats, which no browser that runs the book asks for, and says its sizes in fewer words.
 */
export function katexFonts(): Plugin {
  return {
    name: "downhill-katex-fonts",
    enforce: "pre",
    transform(code, id) {
      return id.split("?")[0]?.endsWith("/katex.min.css")
        ? withSizesOnce(withoutCutFaces(code))
        : undefined;
    },
  };
}

/**
 * Each of KaTeX's sizes once, in place of a rule for each pair of them, of which every page would
 * load a hundred and twenty-one.
 * @throws Error when the style sheet of KaTeX is no longer written as this reads it
 */
export function withSizesOnce(css: string): string {
  const pairs = [...css.matchAll(SIZE)];
  if (pairs.length !== SIZES ** 2)
    throw new Error(
      `katexFonts: found ${pairs.length} of the ${SIZES ** 2} rules for sizes in katex.min.css. Read how KaTeX writes them now.`,
    );
  // Of the smallest, all others are round multiples.
  const sizes = pairs
    .filter(([, from]) => from === "1")
    .map(
      ([, , to, size]) => `.katex .reset-size${to}{--from:${size}}.katex .size${to}{--to:${size}}`,
    );
  const rule =
    ".katex :is(.fontsize-ensurer,.katex-sizing){font-size:calc(1em*var(--to)/var(--from))}";
  return css.replace(SIZE, "") + sizes.join("") + rule;
}

/** @throws Error when the style sheet of KaTeX is no longer written as this reads it */
export function withoutCutFaces(css: string): string {
  let faces = 0;
  const lean = css.replace(/@font-face\{[^}]*\}/g, (face) => {
    if (IN_PARTS.test(face)) {
      faces++;
      return "";
    }
    return face.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, "");
  });
  if (faces !== 9)
    throw new Error(
      `katexFonts: found ${faces} of the 9 faces to take out of katex.min.css. Read how KaTeX writes them now.`,
    );
  return lean;
}
