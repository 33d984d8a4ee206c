/** A title in lines, and how large they are set. */
export interface SetTitle {
  /** In pixels. */
  readonly size: number;
  readonly lines: readonly string[];
}

/** From large to small: the first in which a title fits is taken. */
const SIZES = [66, 60, 54, 48, 42, 36, 32];
const LINES = 4;

/**
 * Breaks a title into at most four lines of about equal length.
 *
 * @param width of the column, in pixels.
 * @throws Error for a title that is too long for a card.
 */
export function setTitle(title: string, width: number): SetTitle {
  for (const size of SIZES) {
    const lines = broken(title, width / size);
    if (lines.length > LINES || lines.some((line) => ems(line) * size > width)) continue;
    return { size, lines: balanced(title, lines, width / size) };
  }
  throw new Error(
    `card: the title "${title}" does not fit into ${LINES} lines. Shorten it, or add a smaller size in cards/card-title.ts.`,
  );
}

/** As many lines in the narrowest column that still takes them. */
function balanced(title: string, lines: readonly string[], room: number): readonly string[] {
  const narrower = room * 0.97;
  const next = broken(title, narrower);
  const fits = next.length === lines.length && next.every((line) => ems(line) <= narrower);
  return fits ? balanced(title, next, narrower) : lines;
}

function broken(title: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && ems(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Width of a line of Source Serif in ems, a little from above. */
function ems(line: string): number {
  return [...line].reduce((sum, sign) => sum + widthOf(sign), 0);
}

function widthOf(sign: string): number {
  if (/[ fijlrtI.,:’-]/.test(sign)) return 0.35;
  if (/[mwMW]/.test(sign)) return 0.9;
  return /[A-Z]/.test(sign) ? 0.72 : 0.55;
}
