import { LOWERED, SIGNS } from "#src/course/unicode-tex.ts";

const FORMULA = /\$([^$]+)\$/g;
const COMMAND = /\\[a-z]+/gi;
const SUBSCRIPT = /_\{?(\w)\}?/g;

const signs = new Map(
  [...SIGNS]
    .filter(([, tex]) => /^\\[a-z]+ $/i.test(tex))
    .map(([sign, tex]) => [tex.trim(), sign] as const),
);
const lowered = new Map([...LOWERED].map(([low, plain]) => [plain, low]));

/**
 * A line of Markdown as text for places that show neither marks nor mathematics: `$\beta_1$` is β₁.
 *
 * @throws Error for a formula that takes more than letters and signs.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(FORMULA, (_, tex: string) => plainFormula(tex))
    .replace(/`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*/g, "$1$2$3");
}

function plainFormula(tex: string): string {
  const plain = tex
    .replaceAll("\\epsilon", "ε")
    .replace(COMMAND, (command) => signs.get(command) ?? command)
    .replace(SUBSCRIPT, (_, one: string) => lowered.get(one) ?? `_${one}`)
    .replace(/(?<=[\p{L}∇]) (?=\p{L})/gu, "")
    .trim();
  if (/[\\{}]/.test(plain))
    throw new Error(
      `plain text: "$${tex}$" has no plain form. Say it in words where it is to be read without mathematics.`,
    );
  return plain;
}
