import { say } from "#src/language/say.ts";
import type { NotebookPart } from "#src/notebook/document.ts";

/** The id of the cell in the template of the page: in what is made from it the id of the cell stands there. */
export const TEMPLATE_ID = "cell-of-template";
/** Its title, in the same way. */
export const TEMPLATE_TITLE = "Title of the template";

/**
 * A cell made from the markup of `Cell.astro`, which the page holds once in a template.
 * @param coloured the text of the cell as HTML, escaped and coloured
 */
export function cellFrom(
  template: HTMLTemplateElement,
  part: NotebookPart & { readonly kind: "code" },
  coloured: string,
): HTMLElement {
  const holder = document.createElement("template");
  holder.innerHTML = template.innerHTML.replaceAll(TEMPLATE_ID, part.id);
  const cell = holder.content.querySelector<HTMLElement>("downhill-cell");
  const title = cell?.querySelector<HTMLElement>(".cell-title");
  const code = cell?.querySelector<HTMLElement>("pre code");
  if (!cell || !title || !code)
    throw new Error("The notebook page holds no template of a cell. Put <Cell> into it.");
  cell.ariaLabel = part.title ?? say("Cell {id}", { id: part.id });
  const [words] = title.childNodes;
  if (part.title === undefined) title.remove();
  else if (words) words.textContent = part.title;
  code.innerHTML = coloured;
  return cell;
}
