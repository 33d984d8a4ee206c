import type { FlagKind } from "#src/classroom/flag.ts";
import type { Row, Standing } from "#src/classroom/table.ts";

/** By what the rows stand: name, total, time of handing in, or the points of an exercise, counted from 0. */
export type SortBy =
  | { readonly by: "name" | "total" | "made" }
  | { readonly by: "exercise"; readonly index: number };

/** Which rows are shown, and in which order. */
export interface Arrangement {
  readonly sort: SortBy;
  readonly falling: boolean;
  /** In the name, the number or the file; "" for all. */
  readonly search: string;
  readonly only: Only;
}

/** All rows; those with a flag, with any remark, with points by hand or a comment, or not graded in full. */
export type Only =
  | { readonly kind: "all" | "remarks" | "hand" | "open" }
  | { readonly kind: "flag"; readonly flag: FlagKind }
  /** Those who stand so in an exercise, counted from 0. */
  | { readonly kind: "standing"; readonly index: number; readonly standing: Standing };

export const everybody: Arrangement = {
  sort: { by: "name" },
  falling: false,
  search: "",
  only: { kind: "all" },
};

const names = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The rows that are wanted, in the order that is wanted; equal ones stand by name. */
export function arranged(rows: readonly Row[], arrangement: Arrangement): readonly Row[] {
  const { sort, falling, search, only } = arrangement;
  const wanted = plain(search);
  const sign = falling ? -1 : 1;
  return rows
    .filter((row) => isFound(row, wanted) && fits(row, only))
    .sort((one, other) => sign * difference(one, other, sort) || byName(one, other));
}

function difference(one: Row, other: Row, sort: SortBy): number {
  switch (sort.by) {
    case "name":
      return byName(one, other);
    case "total":
      return one.total - other.total;
    case "made":
      return timeOf(one) - timeOf(other);
    case "exercise":
      return pointsOf(one, sort.index) - pointsOf(other, sort.index);
  }
}

const byName = (one: Row, other: Row) =>
  names.compare(one.student.name, other.student.name) ||
  names.compare(one.student.number, other.student.number) ||
  names.compare(one.key, other.key);

const timeOf = ({ result }: Row) => Date.parse(result.made) || 0;

/** What is not known stands below nothing. */
const pointsOf = ({ cells }: Row, index: number) => cells[index]?.points ?? -1;

function isFound({ student, files }: Row, wanted: string): boolean {
  return [student.name, student.number, ...files].some((text) => plain(text).includes(wanted));
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function fits({ result, cells, open, comment }: Row, only: Only): boolean {
  switch (only.kind) {
    case "all":
      return true;
    case "remarks":
      return result.flags.length > 0;
    case "hand":
      return comment !== undefined || cells.some(({ override }) => override !== undefined);
    case "open":
      return open > 0;
    case "flag":
      return result.flags.some(({ kind }) => kind === only.flag);
    case "standing":
      return cells[only.index]?.standing === only.standing;
  }
}
