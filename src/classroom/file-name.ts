import type { Assignment } from "./assignment.ts";

/** Most characters of each part of a name. */
const LONGEST = 40;

/**
 * The parts of a name as a plain name for a file: words without accents, joined by hyphens.
 * @param ending such as ".json"
 */
export function fileName(parts: readonly string[], ending: string): string {
  return `${parts.map(plain).filter(Boolean).join("-")}${ending}`;
}

/** What an assignment is called in the names of files: its title, or its id where that has no letter. */
export function assignmentName({ id, title }: Pick<Assignment, "id" | "title">): string {
  return plain(title) === "" ? id : title;
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+/, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
}
