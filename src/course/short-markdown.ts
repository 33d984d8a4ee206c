import { escaped } from "./escaped.ts";

/**
 * Makes a formula HTML; throws when it cannot be read.
 * @param display whether it has a line of its own
 */
export type Typeset = (tex: string, display: boolean) => string;

const INLINE =
  /\\([\\`*_$[\]#-])|`([^`]+)`|\$\$([^$]+)\$\$|\$(?!\s)([^$]+?)(?<!\s)\$|\[([^\]]+)\]\(([^()\s]+)\)|\*\*(?!\s)(.+?)(?<!\s)\*\*(?!\*)|\*(?!\s)(.+?)(?<!\s)\*|(?<![\p{L}\p{N}])_(?!\s)(.+?)(?<!\s)_(?![\p{L}\p{N}])/gsu;

/** Addresses that a text from anybody may lead to. */
const SAFE = /^(?:https?:\/\/|mailto:)/i;

/**
 * A line of Markdown as HTML, made in the browser: `code`, *emphasis*, **strong**, [links](https://…)
 * and $mathematics$. Everything else, HTML above all, is shown as it stands: the text may come from
 * anybody.
 */
export function shortLine(text: string, typeset: Typeset): string {
  let html = "";
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    html += escaped(text.slice(from, found.index)) + inline(found, typeset);
    from = found.index + found[0].length;
  }
  return html + escaped(text.slice(from));
}

/**
 * A text of Markdown as HTML, made in the browser: paragraphs, lists, headings, quotations, code
 * between fences, and lines as `shortLine` has them.
 */
export function shortMarkdown(text: string, typeset: Typeset): string {
  const blocks = text
    .replaceAll("\r\n", "\n")
    // A fence keeps its blank lines, which part the other blocks.
    .split(/(^```[^\n]*\n[\s\S]*?^```[ \t]*$)/m)
    .flatMap((piece) => (piece.startsWith("```") ? [piece] : piece.split(/\n[ \t]*\n/)))
    .filter((block) => block.trim() !== "");
  return blocks.map((block) => blockHtml(block.replace(/^\n+|\s+$/g, ""), typeset)).join("\n");
}

function inline(
  [whole, sign, code, display, tex, label, url = "", strong, star, low]: RegExpMatchArray,
  typeset: Typeset,
): string {
  const inner = (text: string) => shortLine(text, typeset);
  if (sign !== undefined) return escaped(sign);
  if (code !== undefined) return `<code>${escaped(code)}</code>`;
  const formula = display ?? tex;
  if (formula !== undefined) return mathematics(formula, display !== undefined, whole, typeset);
  if (label !== undefined)
    return SAFE.test(url)
      ? `<a href="${escaped(url)}" rel="noopener noreferrer">${inner(label)}</a>`
      : escaped(whole);
  return strong !== undefined
    ? `<strong>${inner(strong)}</strong>`
    : `<em>${inner(star ?? low ?? "")}</em>`;
}

function mathematics(tex: string, display: boolean, whole: string, typeset: Typeset): string {
  try {
    return typeset(tex.trim(), display);
  } catch {
    return `<code>${escaped(whole)}</code>`;
  }
}

function blockHtml(block: string, typeset: Typeset): string {
  const line = (text: string) => shortLine(text, typeset);
  const lines = block.split("\n");
  if (block.startsWith("```"))
    return `<pre class="code" tabindex="0"><code>${escaped(lines.slice(1, -1).join("\n"))}</code></pre>`;
  const heading = /^(#{1,6}) +(.+)$/.exec(block);
  if (heading) {
    const tag = heading[1] === "#" ? "h2" : "h3";
    return `<${tag}>${line(heading[2] ?? "")}</${tag}>`;
  }
  for (const [tag, mark] of LISTS) {
    if (!mark.test(lines[0] ?? "")) continue;
    return `<${tag}>${items(lines, mark)
      .map((item) => `<li>${line(item)}</li>`)
      .join("")}</${tag}>`;
  }
  if (lines.every((one) => one.startsWith(">")))
    return `<blockquote>${shortMarkdown(lines.map((one) => one.replace(/^> ?/, "")).join("\n"), typeset)}</blockquote>`;
  return `<p>${line(block)}</p>`;
}

const LISTS = [
  ["ul", /^[-*+] +/],
  ["ol", /^\d{1,3}[.)] +/],
] as const;

/** The items of a list; a line without a mark goes on with the item before it. */
function items(lines: readonly string[], mark: RegExp): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (mark.test(line)) found.push(line.replace(mark, ""));
    else found.push(`${found.pop() ?? ""} ${line.trim()}`);
  }
  return found;
}
