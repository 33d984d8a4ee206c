import { sitePath } from "#src/course/site-path.ts";

/** What the page is called in a link: its path from the root of the book, such as "momentum". */
export function pageName(): string {
  return location.pathname
    .slice(new URL(sitePath(), location.href).pathname.length)
    .replace(/(^|\/)index\.html$/, "")
    .replace(/\/$/, "");
}

/** What a cell is called: its title, or else its id. */
export function titleOfCell(cell: HTMLElement): string {
  return cell.ariaLabel ?? cell.dataset["cell"] ?? "";
}
