import { say, sayCount } from "#src/language/say.ts";
import type { Output, Table } from "#src/notebook/output.ts";

/** An output as plain text, as a file shows it where there is no page. */
export function outputText(output: Output): string {
  switch (output.kind) {
    case "control":
      return `${output.control.label || output.control.control}: ${[output.value].flat().join(", ")}`;
    case "number":
    case "text":
    case "log":
      return output.text;
    case "tex":
      return output.source;
    case "matrix":
      return rowsInText(output.rows.map((row) => row.map(({ text }) => text)));
    case "table":
      return tableText(output);
    case "trace":
      return tableText(output.table);
    case "frames": {
      const last = output.frames.at(-1);
      const { length } = output.frames;
      return last
        ? `${sayCount({ one: "{count} frame, the last:", other: "{count} frames, the last:" }, length)}\n${outputText(last)}`
        : sayCount({ one: "{count} frame", other: "{count} frames" }, length);
    }
    case "file":
      return say("(a file: {name})", { name: output.name });
    case "svg":
      return /aria-label="([^"]*)"/.exec(output.source)?.[1] ?? say("(a drawing)");
    case "error":
      return output.message;
  }
}

function tableText({ columns, rows, total, note }: Table): string {
  const left =
    total > rows.length
      ? say("The first {rows} of {total} rows.", { rows: rows.length, total })
      : "";
  const lines = rowsInText([columns, ...rows.map((row) => row.map(({ text }) => text))]);
  return [lines, left, note ?? ""].filter(Boolean).join("\n");
}

function rowsInText(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padStart(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
