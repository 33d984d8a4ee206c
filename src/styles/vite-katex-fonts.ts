import type { Plugin } from "vite";

/** The faces of KaTeX that `fonts/fonts.css` has in parts. */
const IN_PARTS =
  /KaTeX_(Main-Regular|Main-Bold|Math-Italic|AMS-Regular|Caligraphic-Regular|Size[1-4]-Regular)\.woff2/;

/**
 * Takes from the style sheet of KaTeX the faces that the book brings in parts, and from the
 * others the older formats, which no browser that runs the book asks for.
 */
export function katexFonts(): Plugin {
  return {
    name: "downhill-katex-fonts",
    enforce: "pre",
    transform(code, id) {
      return id.split("?")[0]?.endsWith("/katex.min.css") ? withoutCutFaces(code) : undefined;
    },
  };
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
