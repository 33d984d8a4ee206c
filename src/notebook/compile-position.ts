/** A place in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Maps a place in the compiled text to the place in the source as written. */
export type Origin = (position: Position) => Position;

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The origin described by the `mappings` of a source map (revision 3) with one source file.
 *
 * A place between two segments keeps its distance from the segment before it, since the stripper
 * only removes text.
 */
export function originOf(mappings: string): Origin {
  const lines = decode(mappings);
  return ({ line, column }) => {
    const segments = lines[line - 1] ?? [];
    let best: Segment | undefined;
    for (const segment of segments) if (segment.from < column) best = segment;
    if (!best) return { line, column };
    return { line: best.line + 1, column: best.to + (column - best.from) };
  };
}

/** Columns and lines from 0, as in the map. */
interface Segment {
  readonly from: number;
  readonly line: number;
  readonly to: number;
}

function decode(mappings: string): readonly (readonly Segment[])[] {
  let sourceLine = 0;
  let sourceColumn = 0;
  return mappings.split(";").map((line) => {
    let column = 0;
    const segments: Segment[] = [];
    for (const text of line.split(",")) {
      const [generated, , lines, columns] = numbers(text);
      if (generated === undefined || lines === undefined || columns === undefined) continue;
      column += generated;
      sourceLine += lines;
      sourceColumn += columns;
      segments.push({ from: column, line: sourceLine, to: sourceColumn });
    }
    return segments;
  });
}

/** Variable-length quantities: six bits a letter, the lowest the sign, the highest "more follows". */
function numbers(text: string): number[] {
  const found: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of text) {
    const bits = base64.indexOf(letter);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return found;
}
