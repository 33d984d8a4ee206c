/** Longest name that is made, without its ending. */
const LENGTH = 60;

/**
 * The plain name of a file from a title, and the id of the one cell that is in it: small letters,
 * digits and hyphens. What has none of these is called "notebook".
 */
export function fileName(title: string, only?: string): string {
  const page = plain(title) || "notebook";
  const cell = only === undefined ? "" : plain(only);
  return (cell === "" ? page : `${page}-${cell}`).slice(0, LENGTH).replace(/-+$/, "");
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
