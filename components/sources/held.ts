import type { ChapterEntry } from "#src/course/parse-contents.ts";
import type { Sources, Subject } from "#src/course/parse-sources.ts";

type Correction = Sources["corrections"][number];
type Chapters = ReadonlyMap<string, readonly ChapterEntry[]>;

/** What a source has of one chapter; without a chapter, what is still to come. */
export interface Held {
  readonly chapter: ChapterEntry | undefined;
  /** The subjects, each with its corrections in this source. */
  readonly subjects: readonly (Subject & { readonly corrected: readonly Correction[] })[];
  /** The corrections, the gravest first. */
  readonly corrections: readonly Correction[];
}

/** What a source holds, by the first chapter that treats each item, in reading order. */
export function heldBy(source: string, sources: Sources, chapters: Chapters): readonly Held[] {
  const mine = <Item extends { readonly in: readonly string[] }>(items: readonly Item[]) =>
    items.filter((item) => item.in.includes(source));
  const corrections = mine(sources.corrections);
  const subjects = mine(sources.subjects).map((subject) => ({
    ...subject,
    corrected: corrections.filter(({ of }) => of.includes(subject.id)),
  }));
  const first = ({ id }: { readonly id: string }) => chapters.get(id)?.[0];
  const groups = new Set([...subjects, ...corrections].map(first));
  return [...groups]
    .sort(
      (a, b) => (a?.number ?? Number.POSITIVE_INFINITY) - (b?.number ?? Number.POSITIVE_INFINITY),
    )
    .map((chapter) => ({
      chapter,
      subjects: subjects.filter((item) => first(item) === chapter),
      corrections: corrections
        .filter((item) => first(item) === chapter)
        .sort((a, b) => b.weight - a.weight),
    }));
}

/**
 * Anchor of a correction in the part of a source: its id where it is told first, so that it can be
 * linked to from anywhere, and with the source before it where it is told again.
 */
export function anchorOf({ id, in: places }: Correction, source: string): string {
  return places[0] === source ? id : `${source}-${id}`;
}

/** What the filter goes by: the ids of the chapters that treat an item, or "to-come". */
export function chapterIds(chapters: readonly ChapterEntry[]): string {
  return chapters.length === 0 ? "to-come" : chapters.map(({ id }) => id).join(" ");
}
