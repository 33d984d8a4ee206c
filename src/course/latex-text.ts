/** What LaTeX reads as a command, and signs that it writes otherwise. */
const SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "{": "\\{",
  "}": "\\}",
  "“": "``",
  "”": "''",
  "‘": "`",
  "’": "'",
  "–": "--",
  "—": "---",
  "²": "$^2$",
  ß: "{\\ss}",
  ø: "{\\o}",
  Ø: "{\\O}",
  ł: "{\\l}",
  Ł: "{\\L}",
};

/** Marks over and under letters, as Unicode has them after the letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  "\u0300": "\\`",
  "\u0301": "\\'",
  "\u0302": "\\^",
  "\u0303": "\\~",
  "\u0304": "\\=",
  "\u0306": "\\u",
  "\u0307": "\\.",
  "\u0308": '\\"',
  "\u030a": "\\r",
  "\u030b": "\\H",
  "\u030c": "\\v",
  "\u0327": "\\c",
  "\u0328": "\\k",
};

/**
 * Plain text as LaTeX writes it, in ASCII.
 *
 * @throws Error for a sign that it does not know
 */
export function latexText(text: string): string {
  const marked = [...text.normalize("NFD").matchAll(/(\P{M})(\p{M}?)/gu)];
  return marked
    .map(([, sign = "", mark = ""]) => {
      const letter = SIGNS[sign] ?? sign;
      const accent = ACCENTS[mark];
      if (mark === "" && /^[\n\x20-\x7e]+$/.test(letter)) return letter;
      if (accent !== undefined) return `{${accent}{${letter}}}`;
      throw new Error(
        `BibTeX: how LaTeX writes "${sign}${mark}" in "${text}" is not known. Add it to latex-text.ts.`,
      );
    })
    .join("");
}
