import { say, sayCount } from "#src/language/say.ts";
import { controlMarkup } from "./control-markup.ts";
import { escaped } from "./escaped.ts";
import type { Failure, FileOutput, Frames, Matrix, Output, Table, TableCell } from "./output.ts";
import { playerMarkup } from "./player-markup.ts";
import { traceMarkup } from "./trace-markup.ts";

/** Where the numbers of a drawing come when they are asked for. */
const NUMBERS_FOLD = `<details class="out-numbers" data-numbers><summary>${escaped(say("Numbers as a table"))}</summary></details>`;

/** Mathematics as HTML, from TeX. */
export type Typeset = (tex: string) => string;

/** Rows of a table that stand in the page at once. */
const ROWS = 20;
/** Outputs of a cell that stand in the page at once. */
const OUTPUTS = 50;

/**
 * An output as HTML, the same for the build and the page. All text is escaped; the source of an
 * `svg` is passed on as it is, so what comes from a reader's code goes through `sanitise` first.
 * @param typeset sets formulas; without it they stand as TeX.
 */
export function markup(output: Output, typeset: Typeset = texAsCode): string {
  switch (output.kind) {
    case "control":
      return controlMarkup(output.index, output.control, output.value, escaped);
    case "number":
      return `<pre class="out out-number"${title(output)}>${escaped(output.text)}</pre>`;
    case "text":
      return `<pre class="out out-text"${title(output)}>${escaped(output.text)}</pre>${output.more === undefined ? "" : `<details class="out-all"><summary>${escaped(say("See all"))}</summary><pre class="out out-text">${escaped(output.more)}</pre></details>`}`;
    case "tex":
      return `<div class="out out-tex" tabindex="0" role="group" aria-label="${escaped(say("Formula"))}">${typeset(output.source)}</div>`;
    case "matrix":
      return matrix(output);
    case "frames": {
      const frames = output.frames.map((frame) => markup(frame, typeset));
      return framesMarkup(output, frames.at(-1) ?? "", frames);
    }
    case "file":
      return file(output);
    case "log":
      return `<pre class="out out-log" data-level="${escaped(output.level)}">${escaped(output.text)}</pre>`;
    case "svg":
      return `<div class="out out-figure" tabindex="0" role="group" aria-label="${escaped(say("Figure"))}">${output.source}</div>${output.numbers ? NUMBERS_FOLD : ""}`;
    case "table":
      return table(output);
    case "trace":
      return traceMarkup(output, table({ ...output.table, note: "" }), escaped);
    case "error":
      return `<p class="out out-error"><strong>${escaped(heading[output.stage])}</strong> ${escaped(output.message)}${where(output)}</p>`;
  }
}

/** Several outputs, one after the other. */
export function markupAll(outputs: readonly Output[], typeset?: Typeset): string {
  return foldOutputs(outputs.map((output) => markup(output, typeset)));
}

/** Outputs in order; of very many the later ones wait until they are asked for. */
export function foldOutputs(parts: readonly string[]): string {
  if (parts.length <= OUTPUTS) return parts.join("");
  const rest = parts.slice(OUTPUTS);
  return `${parts.slice(0, OUTPUTS).join("")}<details class="out-all"><summary>${escaped(sayCount({ one: "See the other output", other: "See the other {count} outputs" }, rest.length))}</summary>${rest.join("")}</details>`;
}

/**
 * Outputs to be played, of which one is on the stage.
 * @param stage the last of them as HTML.
 * @param stored all of them as HTML, where no run can be asked for them.
 */
export function framesMarkup(
  { frames, note }: Frames,
  stage: string,
  stored: readonly string[] = [],
): string {
  const count = frames.length;
  const player = playerMarkup(count - 1, {
    name: say("frame"),
    valueText: say("frame {frame} of {frames}", { frame: count, frames: count }),
    readout: escaped(say("{frame} of {frames}", { frame: count, frames: count })),
  });
  const templates = stored.map((html) => `<template>${html}</template>`).join("");
  const caption = note ? `<figcaption class="out-note">${escaped(note)}</figcaption>` : "";
  return `<figure class="out out-frames" aria-label="${escaped(say("{frames} frames to be played", { frames: count }))}" data-frames>${templates}<div class="frames-stage">${stage}</div>${player}${caption}</figure>`;
}

function texAsCode(tex: string): string {
  return `<code>${escaped(tex)}</code>`;
}

function matrix({ shape: [height, width], rows }: Matrix): string {
  const kept = rows[0]?.length ?? 0;
  const cut =
    rows.length < height || kept < width
      ? `<p class="out out-note">${escaped(say('The first {rows} rows and {columns} columns. To have all, save them: download(…, "matrix.csv").', { rows: rows.length, columns: kept }))}</p>`
      : "";
  const body = rows.map((row) => `<tr>${row.map(tableCell).join("")}</tr>`).join("");
  return `<div class="out out-matrix" tabindex="0" role="group" aria-label="${escaped(say("Matrix, {height} × {width}", { height, width }))}"><table><tbody>${body}</tbody></table></div>${cut}`;
}

function file({ name, content }: FileOutput): string {
  const bytes = typeof content === "string" ? content.length : content.byteLength;
  const size =
    bytes < 1000
      ? sayCount({ one: "{count} byte", other: "{count} bytes" }, bytes)
      : bytes < 1e6
        ? `${Math.round(bytes / 1e3)} KB`
        : `${(bytes / 1e6).toFixed(1)} MB`;
  return `<p class="out out-file"><button type="button" data-file disabled>${escaped(say("Save {name}", { name: name }))}</button> <span data-ready="${escaped(size)}">${escaped(say("{size}. Run the cell to save it.", { size }))}</span></p>`;
}

const heading: Readonly<Record<Failure["stage"], string>> = {
  syntax: say("Does not parse."),
  cell: say("Cannot run."),
  run: say("Error."),
};

function where({ line, column, cell }: Failure): string {
  if (line === undefined) return "";
  const place =
    column === undefined
      ? say("line {line}", { line })
      : say("line {line}, column {column}", { line, column });
  const whole = cell ? say("in cell “{cell}”, {place}", { cell, place }) : place;
  return ` <span class="out-where">${escaped(whole)}</span>`;
}

function table({ columns, rows, total, note }: Table): string {
  const head = columns.map((column, i) => {
    const numeric = rows.some((row) => row[i]?.numeric);
    return `<th scope="col"${numeric ? ' class="numeric"' : ""}>${escaped(column)}</th>`;
  });
  const body = rows.map((row) => `<tr>${row.map(tableCell).join("")}</tr>`);
  const rest =
    rows.length > ROWS ? `<tbody class="out-rest">${body.slice(ROWS).join("")}</tbody>` : "";
  const open =
    rows.length > ROWS
      ? `<details class="out-all"><summary>${escaped(rows.length === total ? say("See all {rows} rows", { rows: total }) : say("See the first {rows} rows", { rows: rows.length }))}</summary></details>`
      : "";
  const more =
    total > rows.length
      ? say('The first {rows} of {total} rows. To have all, save them: download(…, "table.csv").', {
          rows: rows.length,
          total,
        })
      : "";
  const below = [more, note ?? ""].filter(Boolean).join(" ");
  // Wider than a phone it scrolls in its own box, as a figure does, which the keyboard can reach.
  return `<div class="out out-table" tabindex="0" role="group" aria-label="${escaped(say("Table"))}"><table><thead><tr>${head.join("")}</tr></thead><tbody>${body.slice(0, ROWS).join("")}</tbody>${rest}</table></div>${open}${below ? `<p class="out out-note">${escaped(below)}</p>` : ""}`;
}

function tableCell(cell: TableCell): string {
  return `<td${cell.numeric ? ' class="numeric"' : ""}${title(cell)}>${escaped(cell.text)}</td>`;
}

function title({ text, full }: { readonly text: string; readonly full?: string }): string {
  return full === undefined || full === text ? "" : ` title="${escaped(full)}"`;
}
