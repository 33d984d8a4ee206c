import type { Member } from "./tree.ts";

/** Width of the drawing in its own units, which are pixels where there is the usual room. */
export const WIDTH = 660;
const ROW = 21;
const TOP = 26;
export const ROWS = 29;
export const HEIGHT = TOP + ROWS * ROW;
/** From the middle of a dot to its name. */
const GAP = 8;
/** A letter of a name is about so wide. */
const LETTER = 6.4;

/** Years and their places: slow through the centuries, fast where most happened. */
const STOPS = [
  [1690, 10],
  [1840, 40],
  [1940, 92],
  [2010, 268],
  [2025, 600],
] as const;

/** Years that the axis names. */
export const TICKS: readonly number[] = [1850, 1950, 1980, 2010, 2015, 2020, 2025];

export function placeOfYear(year: number): number {
  const after = STOPS.findIndex(([stop]) => stop >= year);
  const [to, right] = STOPS[
    Math.max(1, after === -1 ? STOPS.length - 1 : after)
  ] as (typeof STOPS)[0];
  const [from, left] = STOPS[
    Math.max(1, after === -1 ? STOPS.length - 1 : after) - 1
  ] as (typeof STOPS)[0];
  return left + ((year - from) / (to - from)) * (right - left);
}

export const placeOfRow = (row: number) => TOP + (row + 0.5) * ROW;

/** The middle of a member's dot. */
export const placeOf = ({ year, row }: Member) => ({ x: placeOfYear(year), y: placeOfRow(row) });

/** The room of dot and name, from left to right. */
export function spanOf(member: Member): readonly [number, number] {
  const { x } = placeOf(member);
  const far = GAP + LETTER * member.name.length;
  return member.nameLeft === true ? [x - far, x + GAP] : [x - GAP, x + far];
}

/** A line from parent to child: level at both ends. */
export function edgePath(parent: Member, child: Member): string {
  const [from, to] = [placeOf(parent), placeOf(child)];
  const middle = from.x + Math.max(6, (to.x - from.x) / 2);
  return `M${round(from.x)} ${round(from.y)}C${round(middle)} ${round(from.y)} ${round(Math.min(middle, to.x))} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
