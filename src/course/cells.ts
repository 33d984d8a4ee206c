/** A cell as its author wrote it in a chapter. */
export interface AuthoredCell {
  readonly id: string;
  readonly title?: string;
  /** Words of the error that the cell is there to show; without it the cell has to run. */
  readonly fails?: string;
  readonly source: string;
}

const opening = /^[ \t]*<Cell\b([^>]*)>[ \t]*$/;
const fence = /^[ \t]*(`{3,}|~{3,})[ \t]*(\w*)[^\n]*$/;

/**
 * The cells of a chapter's MDX, in order: `<Cell id="…" title="…" fails="…">`, one fenced ```ts block,
 * `</Cell>`, each on lines of their own.
 *
 * Throws an `Error` that names line and cell when a cell has no id, the id of another, an id that
 * is not in kebab-case, no code or more than one block. Cells inside a fenced block are text.
 */
export function extractCells(mdx: string): readonly AuthoredCell[] {
  const lines = mdx.split(/\r?\n/);
  const cells: AuthoredCell[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const fenced = fence.exec(line);
    if (fenced) {
      i = closing(lines, i, fenced[1] ?? "");
      continue;
    }
    if (!/^[ \t]*<Cell\b/.test(line)) continue;
    const tag = opening.exec(line);
    if (!tag || /\/\s*$/.test(tag[1] ?? "")) {
      throw problem(i, `a cell opens with <Cell id="…"> on a line of its own, got ${line.trim()}`);
    }
    const { id, ...rest } = attributes(tag[1] ?? "", i);
    if (cells.some((cell) => cell.id === id)) {
      throw problem(i, `cell "${id}": the id is taken by an earlier cell. Choose another.`);
    }
    const body = code(lines, i, id);
    cells.push({ id, ...rest, source: body.source });
    i = body.end;
  }
  return cells;
}

function attributes(text: string, line: number): Omit<AuthoredCell, "source"> {
  const found = new Map(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const id = found.get("id");
  if (id === undefined) throw problem(line, 'a cell needs an id: <Cell id="momentum-step">');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw problem(line, `cell "${id}": an id is in kebab-case, for example "momentum-step"`);
  }
  const title = found.get("title");
  const fails = found.get("fails");
  if (fails === "") throw problem(line, `cell "${id}": say how it fails: fails="beta must be"`);
  return {
    id,
    ...(title !== undefined && { title }),
    ...(fails !== undefined && { fails }),
  };
}

/** The one fenced block between the tags, and the line of the closing tag. */
function code(
  lines: readonly string[],
  start: number,
  id: string,
): { source: string; end: number } {
  let source: string | undefined;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (/^[ \t]*<\/Cell>[ \t]*$/.test(line)) {
      if (source === undefined)
        throw problem(start, `cell "${id}" has no code: put a \`\`\`ts block in it`);
      return { source, end: i };
    }
    const fenced = fence.exec(line);
    if (!fenced) {
      if (line.trim() === "") continue;
      throw problem(
        i,
        `cell "${id}" holds one \`\`\`ts block and nothing else, got “${line.trim()}”`,
      );
    }
    if (source !== undefined) throw problem(i, `cell "${id}" has two code blocks. Make two cells.`);
    if (fenced[2] !== "ts")
      throw problem(i, `cell "${id}": the block is marked “${fenced[2]}”, a cell is \`\`\`ts`);
    const end = closing(lines, i, fenced[1] ?? "");
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    source = lines
      .slice(i + 1, end)
      .map((one) => one.slice(Math.min(indent, /^[ \t]*/.exec(one)?.[0].length ?? 0)))
      .join("\n");
    i = end;
  }
  throw problem(start, `cell "${id}" is never closed: write </Cell> on a line of its own`);
}

/** The line that closes the fence opened at `start`; the last line when none does. */
function closing(lines: readonly string[], start: number, mark: string): number {
  const end = lines.findIndex(
    (line, i) => i > start && line.trim().startsWith(mark) && /^[`~]+$/.test(line.trim()),
  );
  return end < 0 ? lines.length : end;
}

function problem(line: number, message: string): Error {
  return new Error(`line ${line + 1} of the chapter: ${message}`);
}
