import { say } from "#src/language/say.ts";

/** Where a reader stopped in a chapter. */
export interface Place {
  /** Id of the last element with an anchor above the line that was read. */
  readonly id: string;
  /** How much of the chapter's text was above the foot of the window, from 0 to 1. */
  readonly share: number;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

/** Shares from which on there is nothing to go on to: the head is on the screen, or the end. */
const BEGUN = 0.02;
const READ = 0.97;

/** A place in data from anywhere. */
export function readPlace(data: unknown): Place | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { id, share, at } = data as Record<string, unknown>;
  if (typeof id !== "string" || typeof share !== "number" || typeof at !== "number")
    return undefined;
  return share >= 0 && share <= 1 && Number.isFinite(at) ? { id, share, at } : undefined;
}

/** Whether a chapter was begun and not read to its end. */
export function goesOn({ share }: Place): boolean {
  return share > BEGUN && share < READ;
}

/** "42 % read", or "read to the end". */
export function shareInWords({ share }: Place): string {
  return share < READ
    ? say("{share} % read", { share: Math.round(100 * share) })
    : say("read to the end");
}

/**
 * The place of a window over a text.
 *
 * @param anchors elements of the text with an id, in reading order, and how far below the top of the
 *   window each begins, in pixels
 * @param text where the text begins and ends below the top of the window
 * @param foot height of the window
 * @returns `undefined` while no anchor has come up to the line of reading
 */
export function placeAt(
  anchors: readonly { readonly id: string; readonly top: number }[],
  text: { readonly top: number; readonly bottom: number },
  foot: number,
  at: number,
): Place | undefined {
  const id = anchors.findLast(({ top }) => top < READING_LINE)?.id;
  if (id === undefined) return undefined;
  const share = (foot - text.top) / (text.bottom - text.top);
  return { id, share: Math.round(1000 * Math.min(1, Math.max(0, share))) / 1000, at };
}

/** So far below the top of the window the outline, too, takes a section to be the one that is read. */
const READING_LINE = 160;
