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
  /** What the chapters have: the file that they load. */
  readonly characters: string;
  /** Its characters stand one by one, so that none is moved nearer to the next. */
  readonly alone?: true;
  /** What other pages have besides, and what a reader may type: a file of its own, `NAME-seldom`. */
  readonly seldom: string;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SMALL = LETTERS.slice(26);
const CAPITALS = LETTERS.slice(0, 26);
const DIGITS = "0123456789";
const LATIN = ascii();
const QUOTES = "“”‘’–…·×÷±−°µ½¼¾ÀÁÄÇÈÉÖÜàáäçèéêëïíñóôöøûü′″↑↓²³¹\u0302\u0303\u0304\u200b";
const POINTS = " \u00a0.,:;?!()-–’“”…";
const INTERFACE = `${LETTERS}${DIGITS}${POINTS}%+=/·×−²`;

/**
 * The fonts that a chapter loads, each with the characters that the book's own text has. What is in
 * any chapter is in the first file of a font.
 */
export const FACES: readonly Face[] = [
  serif("serif", 400, "normal", `${LETTERS}${DIGITS}${POINTS}#%&'+=/[]^|−±°²³½áäçèéóü\u200b`),
  serif("serif-italic", 400, "italic", `${without("QVX")}01389${POINTS}/²èéû`),
  serif("serif-strong", 600, "normal", `${without("JQVXj")} \u00a0.?–`),
  // Before the others of its name: what both have, such as the space, is taken from the last.
  {
    name: "sans-greek",
    family: "Source Sans 3",
    weight: 400,
    style: "normal",
    source: "@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff2",
    characters: "ΓΔαβγδεηθκλμρστφω",
    alone: true,
    seldom: "ΛΣΦξνπχψ",
  },
  sans("sans", 400, `${INTERFACE}#'>[]^|÷±°µ¹³½èû′↑↓\u200b`),
  sans("sans-strong", 600, `${without("JQUVXZ")}${DIGITS}${POINTS}%+=/×−²[]°¹½û`),
  {
    name: "mono",
    family: "IBM Plex Mono",
    weight: 400,
    style: "normal",
    source: "@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
    characters: `${LATIN}–…·÷−°¹²³½¼ö′\u0302\u0304`,
    seldom: QUOTES,
  },
  mathematics(
    "math-upright",
    "Main",
    "Regular",
    `${without(`${CAPITALS}jkz`)}${DIGITS}ABCEIMSV()[]{}+,.:!?=/<>%^~−⋅∣∥≈≤≥≪±×∈∝∞∂∇⊙⊤⋆′°…⋯←→↦⟶⌊⌋ΓΔΛΣΦ¨ˉ˙ℓ\u00a0\u200b\ue020`,
    `${LATIN}ΘΠΨΩ∋∏∑≠≫⊗√∫“”’¯ˆ˜⟨⟩⌈⌉`,
  ),
  mathematics(
    "math-italic",
    "Math",
    "Italic",
    `${SMALL}ABCDEFGHIJKLMNOPQRSTUVWXαβγδεηθκλμξπρστφωϕϱϵ`,
    "YZΓΔΛΦζνχψϑ",
  ),
  mathematics("math-double", "AMS", "Regular", "R", "NZQCEP"),
  mathematics("math-bold", "Main", "Bold", "uwx", LETTERS),
  mathematics("math-script", "Caligraphic", "Regular", "BN", CAPITALS),
  mathematics("math-tall", "Size1", "Regular", "()∑", "[]{}|/∣∥⟨⟩∏∫"),
  mathematics("math-taller", "Size2", "Regular", "()∏∑", "[]{}|/⟨⟩∫"),
  mathematics("math-big", "Size3", "Regular", "()[]", "{}|/⟨⟩√"),
  mathematics("math-bigger", "Size4", "Regular", "{}⎧⎨⎩⎪", "()[]|/⟨⟩√⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎫⎬⎭"),
];

/** The letters, but some. */
function without(some: string): string {
  return [...LETTERS].filter((letter) => !some.includes(letter)).join("");
}

function serif(
  name: string,
  weight: Face["weight"],
  style: Face["style"],
  characters: string,
): Face {
  return {
    name,
    family: "Source Serif 4",
    weight,
    style,
    source: `@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-${style}.woff2`,
    characters,
    seldom: LATIN + QUOTES,
  };
}

function sans(name: string, weight: Face["weight"], characters: string): Face {
  return {
    name,
    family: "Source Sans 3",
    weight,
    style: "normal",
    source: `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`,
    characters,
    seldom: LATIN + QUOTES,
  };
}

function mathematics(
  name: string,
  font: string,
  shape: string,
  characters: string,
  seldom: string,
): Face {
  return {
    name,
    family: `KaTeX_${font}`,
    weight: shape === "Bold" ? 700 : 400,
    style: shape === "Italic" ? "italic" : "normal",
    source: `katex/dist/fonts/KaTeX_${font}-${shape}.woff2`,
    characters,
    seldom,
  };
}

/** The printable characters of ASCII, and the space that does not break. */
function ascii(): string {
  const codes = Array.from({ length: 95 }, (_, index) => index + 32);
  return String.fromCodePoint(...codes, 0xa0);
}
