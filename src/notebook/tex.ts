import { digits } from "./digits.ts";
import { isMatrix, isVector } from "./vector.ts";

/** A formula that a cell shows. */
export interface Formula {
  /** TeX without dollar signs. */
  readonly tex: string;
}

/** Longest formula, in characters: what the page can set without a pause. */
export const TEX_LENGTH = 5000;

const made = new WeakSet<object>();

/**
 * Mathematics for the output of a cell: ``tex`\kappa = ${L / mu}` ``. Backslashes stand as written.
 * Numbers are rounded as elsewhere, vectors become columns, matrices arrays; texts go in as TeX.
 * @throws TypeError for a value that has no form in mathematics, RangeError for one too long.
 */
export function tex(parts: TemplateStringsArray, ...values: readonly unknown[]): Formula {
  if (!Array.isArray(parts?.raw))
    throw new TypeError("tex: write it as a template, such as tex`x^2`, with no parentheses");
  const formula = Object.freeze({ tex: String.raw(parts, ...values.map(written)) });
  if (formula.tex.length > TEX_LENGTH)
    throw new RangeError(
      `tex: a formula may have up to ${TEX_LENGTH} characters, got ${formula.tex.length}. Show a large matrix as it is`,
    );
  made.add(formula);
  return formula;
}

/** Whether a value that came from the cell is a formula made here. */
export function isFormula(value: unknown): value is Formula {
  return typeof value === "object" && value !== null && made.has(value);
}

function written(value: unknown): string {
  if (typeof value === "number") return texNumber(value);
  if (typeof value === "string") return value;
  if (isFormula(value)) return value.tex;
  if (isMatrix(value)) return bracketed(value.map((row) => [...row]));
  if (isVector(value)) return bracketed([...value].map((one) => [one]));
  throw new TypeError(
    `tex: put in a number, a vector, a matrix, a text or another formula, got ${value === null ? "null" : typeof value}`,
  );
}

function texNumber(value: number): string {
  if (Number.isNaN(value)) return "\\text{NaN}";
  if (!Number.isFinite(value)) return value > 0 ? "\\infty" : "-\\infty";
  const [mantissa = "", exponent] = digits(value).split("e");
  return exponent === undefined ? mantissa : `${mantissa} \\times 10^{${Number(exponent)}}`;
}

const bracketed = (rows: readonly (readonly number[])[]) =>
  `\\begin{bmatrix} ${rows.map((row) => row.map(texNumber).join(" & ")).join(" \\\\ ")} \\end{bmatrix}`;
