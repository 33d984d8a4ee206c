/** What the page is called in a link: the chapter, or the path of another page with cells. */
export function pageName(): string {
  const { chapter } = document.querySelector<HTMLElement>("[data-chapter]")?.dataset ?? {};
  return chapter ?? location.pathname.replace(/^\/|\/$/g, "");
}

/** What a cell is called: its title, or else its id. */
export function titleOfCell(cell: HTMLElement): string {
  return cell.ariaLabel ?? cell.dataset["cell"] ?? "";
}
