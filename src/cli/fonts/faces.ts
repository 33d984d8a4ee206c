/** A font of the book, cut down to the characters that its pages use. */
export interface Face {
  /** Name of the file in `src/styles/fonts/`, without ending. */
  readonly name: string;
  /** As in the style sheet of the package that the font comes from. */
  readonly family: string;
  readonly weight: 400 | 600 | 700;
  readonly style: "normal" | "italic";
  /** The font as its package has it. */
  readonly source: string;
  readonly characters: string;
}

const LATIN = ascii();
const QUOTES = "“”‘’–…·×÷±−°µ½¼¾ÀÁÄÇÈÉÖÜàáäçèéêëïíñóôöøûü′″↑↓\u0302\u0303\u0304\u200b";
const LETTERS = LATIN.replace(/[^a-z]/gi, "");

/** The fonts that a chapter loads, each with the characters that the book's own text has. */
export const FACES: readonly Face[] = [
  serif("serif", 400, "normal"),
  serif("serif-italic", 400, "italic"),
  serif("serif-strong", 600, "normal"),
  // Before the others of its name: what both have, such as the space, is taken from the last.
  {
    name: "sans-greek",
    family: "Source Sans 3",
    weight: 400,
    style: "normal",
    source: "@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff2",
    characters: "ΓΔΛΣΦαβγδεηθκλμνξπρστφχψω",
  },
  sans("sans", 400),
  sans("sans-strong", 600),
  {
    name: "mono",
    family: "IBM Plex Mono",
    weight: 400,
    style: "normal",
    source: "@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
    characters: `${LATIN}${QUOTES}²³¹`,
  },
  mathematics(
    "math-upright",
    "Main",
    "Regular",
    `${LATIN}ΓΔΘΛΠΣΦΨΩ−←→∥∣⋅∇∑∏∞⊤′≤≥≈≠±×≪≫∈∝⋆⊙⊗∂√∫…⋯ℓ“”’¯ˉˆ˙¨˜°↦⟨⟩⌊⌋⌈⌉⟶\ue020`,
  ),
  mathematics("math-italic", "Math", "Italic", `${LETTERS}ΓΔΛΦαβγδεζηθκλμνξπρστφχψωϵϑϱϕ`),
  mathematics("math-double", "AMS", "Regular", "NRZQCEP"),
  mathematics("math-bold", "Main", "Bold", LETTERS),
  mathematics("math-tall", "Size1", "Regular", "()[]{}|/∣∥⟨⟩∑∏∫"),
  mathematics("math-taller", "Size2", "Regular", "()[]{}|/⟨⟩∑∏∫"),
];

function serif(name: string, weight: Face["weight"], style: Face["style"]): Face {
  return {
    name,
    family: "Source Serif 4",
    weight,
    style,
    source: `@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-${style}.woff2`,
    characters: `${LATIN}${QUOTES}²³¹`,
  };
}

function sans(name: string, weight: Face["weight"]): Face {
  return {
    name,
    family: "Source Sans 3",
    weight,
    style: "normal",
    source: `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`,
    characters: `${LATIN}${QUOTES}²³¹`,
  };
}

function mathematics(name: string, font: string, shape: string, characters: string): Face {
  return {
    name,
    family: `KaTeX_${font}`,
    weight: shape === "Bold" ? 700 : 400,
    style: shape === "Italic" ? "italic" : "normal",
    source: `katex/dist/fonts/KaTeX_${font}-${shape}.woff2`,
    characters,
  };
}

/** The printable characters of ASCII, and the space that does not break. */
function ascii(): string {
  const codes = Array.from({ length: 95 }, (_, index) => index + 32);
  return String.fromCodePoint(...codes, 0xa0);
}
