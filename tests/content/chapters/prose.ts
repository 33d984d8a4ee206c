import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The text of a chapter, or of a notebook: no front matter, imports, cells or code; TeX's spaces removed, its short fractions written out. */
export function prose(file: string, folder = "chapters"): string {
  return readFileSync(resolve(import.meta.dirname, "../../../content", folder, file), "utf8")
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/```[\s\S]*?```/g, "")
    .replace(/^import .*$/gm, "")
    .replace(/https?:\/\/[^\s)"]+/g, "")
    .replace(/<(?:Cite of|Place ids)="[^"]*" \/>/g, "")
    .replace(/<Term of="[^"]*">|<\/Term>/g, "")
    .replace(/\\([dt]?)frac(\d)(\d)/g, "\\$1frac{$2}{$3}")
    .replace(/(?<=\d)(?:\{,\}|,)(?=\d{3}\b)/g, "")
    .replace(/\\[,;!]/g, "");
}

/** A number as the prose prints it. */
const NUMBER = /(?<![\w.])-?\d+(?:\.\d+)?(?![\w])/g;

/** The numbers printed in a text, as written; names of TeX commands are not part of them. */
export function numbersIn(text: string): readonly string[] {
  return [
    ...text
      .replaceAll("−", "-")
      .replace(/\\[a-zA-Z]+/g, " ")
      .matchAll(NUMBER),
  ].map(([token]) => token);
}

/** Whether a printed number says something that must be recomputed: three digits or more, or a whole number above 12. */
export function significant(token: string): boolean {
  const digits = token.replace(/^-/, "");
  return digits.includes(".") ? digits.replace(/^0?\.0*|\./g, "").length >= 3 : Number(digits) > 12;
}

/** A number rounded to as many decimals as the printed one has. */
export function asPrinted(value: number, token: string): string {
  const rounded = value.toFixed(token.split(".")[1]?.length ?? 0);
  return Number(rounded) === 0 ? rounded.replace("-", "") : rounded;
}

/** A number as the prose writes it with a power of ten: mantissa, 10, exponent. */
export function scientific(value: number): readonly [number, number, number] {
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  return [value / 10 ** exponent, 10, exponent];
}
