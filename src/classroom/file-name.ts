import type { Assignment } from "./assignment.ts";

/** Most characters of a name, without its ending. */
const LONGEST = 80;

/**
 * The parts of a name as a plain name for a file: words without accents, joined by hyphens.
 * @param ending such as ".json"
 */
export function fileName(parts: readonly string[], ending: string): string {
  return `${plain(parts.join(" "))}${ending}`;
}

/** What an assignment is called in the names of files: its title, or its id where that has no letter. */
export function assignmentName({ id, title }: Pick<Assignment, "id" | "title">): string {
  return plain(title) === "" ? id : title.slice(0, LONGEST / 2);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST);
}
