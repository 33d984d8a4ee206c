/**
 * Lights up everything on the page that shows one quantity: what carries its id as `data-symbol`.
 *
 * @param id an id of notation.yml; none puts the light out
 */
export function lightUp(id: string | undefined): void {
  for (const element of document.querySelectorAll(".linked")) element.classList.remove("linked");
  if (id === undefined) return;
  for (const element of document.querySelectorAll(`[data-symbol="${id}"]`))
    element.classList.add("linked");
}
