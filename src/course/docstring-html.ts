import { say } from "#src/language/say.ts";
import { escaped } from "./escaped.ts";
import { type FormulaCell, type FormulaRow, formulaRows } from "./formula-rows.ts";
import { renderMath } from "./math.ts";
import { texOf } from "./unicode-math.ts";
import { LOWERED, RAISED } from "./unicode-tex.ts";

/** Where a name in code leads, if it is documented. */
export type AddressOf = (name: string) => string | undefined;

/**
 * Text of a docstring as HTML: `code` as code, linked where it is the name of an export; single
 * letters, subscripts and powers as mathematics.
 */
export function docTextHtml(text: string, addressOf: AddressOf): string {
  return text
    .split(/`([^`]+)`/)
    .map((piece, i) => (i % 2 === 0 ? proseHtml(set(piece)) : codeHtml(piece, addressOf)))
    .join("");
}

/** Apostrophes and quotation marks as printed. */
export function printed(text: string): string {
  return text.replace(/"([^"]*)"/g, "“$1”").replaceAll("'", "’");
}

/** No line begins with an operator or ends within a short parenthesis. */
function set(text: string): string {
  return printed(text)
    .replace(/ ([−+·×/=≤≥<>←≈∈]) /g, "\u00a0$1 ")
    .replace(/\([^()]{1,24}\)/g, (group) => group.replace(/([−+·×/]) /g, "$1\u00a0"));
}

/**
 * A formula block as HTML: a grid of columns, each cell set as mathematics. A long one is marked,
 * so that a narrow screen can set its columns one below the other.
 */
export function formulaHtml(lines: readonly string[]): string {
  const rows = formulaRows(lines);
  const width = Math.max(...rows.map((row) => row.length));
  const long = rows.some((row) => row.map(({ text }) => text).join("  ").length > LONG);
  const html = rows.map((row) => `<div class="formula-row">${rowHtml(row, width)}</div>`).join("");
  return `<div class="formula${long ? " formula-long" : ""}" tabindex="0" role="group" aria-label="${escaped(say("Formula"))}"><div class="formula-grid" style="--columns: ${width}">${html}</div></div>`;
}

/** More characters than this do not fit beside each other on a phone. */
const LONG = 34;

/** Both sides of a relation stay together; the last cell may use all columns that are left. */
function rowHtml(row: FormulaRow, width: number): string {
  return row
    .map((cell, i) => {
      const last = i === row.length - 1;
      const span = last && width > 1 ? ` style="grid-column: ${i + 1} / -1"` : "";
      const side = cell.flushRight ? " formula-left" : "";
      const html = `<span class="formula-cell${side}"${span}>${cellHtml(cell)}</span>`;
      if (cell.flushRight) return `<span class="formula-pair">${html}`;
      return row[i - 1]?.flushRight ? `${html}</span>` : html;
    })
    .join("");
}

/** A cell that cannot be read as mathematics is set as text: a test of the package names it. */
function cellHtml({ text }: FormulaCell): string {
  try {
    return renderMath(`\\displaystyle ${cellTex(text)}`);
  } catch {
    return proseHtml(set(text));
  }
}

/**
 * The TeX of a cell; a capital alone in its column is a label.
 * @throws Error for a character that has no TeX here.
 */
export function cellTex(text: string): string {
  return /^[A-Z]$/.test(text) ? `\\text{${text}}` : texOf(text);
}

function codeHtml(code: string, addressOf: AddressOf): string {
  const html = `<code>${escaped(code)}</code>`;
  const address = addressOf(/^\w+/.exec(code)?.[0] ?? "");
  return address === undefined ? html : `<a href="${address}">${html}</a>`;
}

const LETTER = "(?![ΣΠ])[\\p{Script=Latin}\\p{Script=Greek}]\\p{M}*";
const WORD = "(?:\\{[^{}]*\\}|[A-Za-z\\d]+|\\p{Script=Greek})";
/** A subscript or power: `_k`, `_{k−1}`, `^k`, or a run of raised or lowered characters. */
const SCRIPT = `(?:[_^]${WORD}|[${[...RAISED.keys()].join("")}]+|[${[...LOWERED.keys()].join("")}]+)`;
/**
 * Letters one after the other, with accents and scripts: a word, or a product of variables. Or
 * the scripts of a parenthesis, a sum or a number.
 */
const RUN = new RegExp(
  `(?<![\\p{L}_’'.])(?:${LETTER}${SCRIPT}*)+(?![\\p{L}\\d’'])(?!\\.\\p{L})|(?<=[)\\]|‖⌋⌉ΣΠ∇])${SCRIPT}+|(?<=\\d)(?=[^_])${SCRIPT}+`,
  "gu",
);
const BEFORE = /[=+−·√≤≥<>×∈‖/]\s?$/u;
const AFTER = /^(?:\s?[=+−·≤≥<>×∈‖/^]|\()/u;

function proseHtml(text: string): string {
  let html = "";
  let end = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const math = runHtml(run, text.slice(0, index), text.slice(index + run.length));
    if (math === undefined) continue;
    html += escaped(text.slice(end, index)) + math;
    end = index + run.length;
  }
  return html + escaped(text.slice(end));
}

/** A run as mathematics, or undefined for a word. */
function runHtml(run: string, before: string, after: string): string | undefined {
  const [first = ""] = run;
  if (/[_^]/.test(first) || RAISED.has(first) || LOWERED.has(first)) return scriptsHtml(run);
  if (!isProduct(run, before, after)) return undefined;
  return [...run.matchAll(new RegExp(`(${LETTER})(${SCRIPT}*)`, "gu"))]
    .map(([, base = "", scripts = ""]) => `<var>${base}</var>${scriptsHtml(scripts)}`)
    .join("");
}

/**
 * Whether letters stand for quantities: a Greek letter, or one with a script, among at most two
 * others; or a letter alone. "a" is mostly an article and a capital mostly a label: alone, those
 * need a formula around them.
 */
function isProduct(run: string, before: string, after: string): boolean {
  if (/^[\p{Lu}a]$/u.test(run) && /[A-Za]/.test(run))
    return (
      !(before.endsWith("(") && after.startsWith(")")) && (BEFORE.test(before) || AFTER.test(after))
    );
  // A product such as xy, inside a formula.
  if (/^[a-z]{2}$/.test(run)) return BEFORE.test(before) && /^(?:\)|\s?[=+−·/])/.test(after);
  // The e of 1e-8.
  if (run === "e" && /\d$/.test(before)) return false;
  return (
    run.length === 1 ||
    (/[^A-Za-z]/.test(run) && !/[A-Za-z]{3}/.test(run.replaceAll(/_\w+|\{.*?\}/g, "")))
  );
}

function scriptsHtml(text: string): string {
  const scripts = text.match(new RegExp(SCRIPT, "gu")) ?? [];
  return scripts
    .map((script) => {
      const [first = ""] = script;
      const tag = first === "^" || RAISED.has(first) ? "sup" : "sub";
      const inner = /[_^]/.test(first)
        ? script.slice(1).replace(/^\{|\}$/g, "")
        : [...script].map((one) => RAISED.get(one) ?? LOWERED.get(one)).join("");
      return `<${tag}>${proseHtml(inner)}</${tag}>`;
    })
    .join("");
}
