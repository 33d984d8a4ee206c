import { controlMarkup } from "./control-markup.ts";
import type { Failure, Output, Table, TableCell } from "./output.ts";
import { traceMarkup } from "./trace-markup.ts";

/**
 * An output as HTML, the same for the build and the page. All text is escaped; the source of an
 * `svg` is passed on as it is, so what comes from a reader's code goes through `sanitise` first.
 */
export function markup(output: Output): string {
  switch (output.kind) {
    case "control":
      return controlMarkup(output.index, output.control, output.value, escapeText);
    case "number":
      return `<pre class="out out-number"${title(output)}>${escapeText(output.text)}</pre>`;
    case "text":
      return `<pre class="out out-text"${title(output)}>${escapeText(output.text)}</pre>`;
    case "log":
      return `<pre class="out out-log" data-level="${escapeText(output.level)}">${escapeText(output.text)}</pre>`;
    case "svg":
      return `<div class="out out-figure" tabindex="0" role="group" aria-label="Figure">${output.source}</div>`;
    case "table":
      return table(output);
    case "trace":
      return traceMarkup(output, table({ ...output.table, note: "" }), escapeText);
    case "error":
      return `<p class="out out-error"><strong>${heading[output.stage]}</strong> ${escapeText(output.message)}${where(output)}</p>`;
  }
}

/** Several outputs, one after the other. */
export function markupAll(outputs: readonly Output[]): string {
  return outputs.map(markup).join("");
}

const heading: Readonly<Record<Failure["stage"], string>> = {
  syntax: "Does not parse.",
  cell: "Cannot run.",
  run: "Error.",
};

function where({ line, column, cell }: Failure): string {
  if (line === undefined) return "";
  const place = `line ${line}${column === undefined ? "" : `, column ${column}`}`;
  return ` <span class="out-where">${cell ? `in cell “${escapeText(cell)}”, ` : ""}${place}</span>`;
}

function table({ columns, rows, total, note }: Table): string {
  const head = columns.map((column, i) => {
    const numeric = rows.some((row) => row[i]?.numeric);
    return `<th scope="col"${numeric ? ' class="numeric"' : ""}>${escapeText(column)}</th>`;
  });
  const body = rows.map((row) => `<tr>${row.map(tableCell).join("")}</tr>`);
  const more = total > rows.length ? `The first ${rows.length} of ${total} rows.` : "";
  const below = [more, note ?? ""].filter(Boolean).join(" ");
  // Wider than a phone it scrolls in its own box, as a figure does, which the keyboard can reach.
  return `<div class="out out-table" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>${below ? `<p class="out out-note">${escapeText(below)}</p>` : ""}`;
}

function tableCell(cell: TableCell): string {
  return `<td${cell.numeric ? ' class="numeric"' : ""}${title(cell)}>${escapeText(cell.text)}</td>`;
}

function title({ text, full }: { readonly text: string; readonly full?: string }): string {
  return full === undefined || full === text ? "" : ` title="${escapeText(full)}"`;
}

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => named[sign] ?? sign);
}
