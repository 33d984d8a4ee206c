import { type Layers, layers } from "#src/course/layers.ts";
import type { ChapterEntry } from "#src/course/parse-contents.ts";

/** Sizes of a drawing, in its own units. */
export interface MapSize {
  readonly width: number;
  /** Of a box, and of the room in which arrows run between two rows. */
  readonly box: { readonly width: number; readonly height: number };
  readonly gap: number;
}

export interface MapBox {
  readonly chapter: ChapterEntry;
  readonly x: number;
  readonly y: number;
}

export interface MapArrow {
  /** Path of an SVG. */
  readonly path: string;
  /** Ids of the chapters on whose way it lies. */
  readonly of: readonly string[];
}

export interface MapDrawing {
  readonly height: number;
  readonly boxes: readonly MapBox[];
  readonly arrows: readonly MapArrow[];
}

/** Room that an arrow needs to pass a row, as a share of a box. */
const PASSAGE = 0.35;
const MARGIN = 2;
const HEAD = 5;

/** The graph of what needs what, with places for boxes and arrows. */
export function mapDrawing(chapters: readonly ChapterEntry[], size: MapSize): MapDrawing {
  const graph = layers(chapters);
  const { width, box, gap } = size;
  const centres = graph.rows.map((row) => spread(row, width));
  const top = (r: number) => MARGIN + r * (box.height + gap);
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  return {
    height: top(graph.rows.length - 1) + box.height + MARGIN,
    boxes: graph.rows.flatMap((row, r) =>
      row.flatMap((id, at) => {
        const chapter = id === undefined ? undefined : byId.get(id);
        return chapter ? [{ chapter, x: centres[r]![at]! - box.width / 2, y: top(r) }] : [];
      }),
    ),
    arrows: graph.arrows.map(({ from, to, way }) => {
      const start = graph.row.get(from)!;
      const points = way.map((at, step) => ({
        x: centres[start + step]![at]!,
        y: top(start + step),
      }));
      return { path: curve(points, box.height), of: onTheWayTo(to, chapters) };
    }),
  };
}

/** Middles of a row's places over the width. */
function spread(row: Layers["rows"][number], width: number): readonly number[] {
  const shares = row.map((id) => (id === undefined ? PASSAGE : 1));
  const unit = width / shares.reduce((sum, share) => sum + share, 0);
  let left = 0;
  return shares.map((share) => {
    const middle = left + (share * unit) / 2;
    left += share * unit;
    return middle;
  });
}

/** From the foot of the first box to the head of the last, straight through the rows between. */
function curve(
  points: readonly { readonly x: number; readonly y: number }[],
  height: number,
): string {
  return points
    .slice(1)
    .map(({ x, y }, at) => {
      const last = at === points.length - 2;
      const from = points[at]!;
      const begin = from.y + height;
      const end = last ? y - HEAD : y;
      const middle = (begin + end) / 2;
      const bend = `C${round(from.x)} ${round(middle)} ${round(x)} ${round(middle)} ${round(x)} ${round(end)}`;
      return `${at === 0 ? `M${round(from.x)} ${round(begin)}` : ""}${bend}${last ? "" : `V${round(y + height)}`}`;
    })
    .join("");
}

/** A chapter, and all that need it, directly or through others. */
function onTheWayTo(id: string, chapters: readonly ChapterEntry[]): readonly string[] {
  const after = chapters.filter(({ needs }) => needs.includes(id));
  return [...new Set([id, ...after.flatMap((chapter) => onTheWayTo(chapter.id, chapters))])];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
