/** Shows a drawing below the cell. */
export function showDrawing(value: Element) {
  Deno.jupyter.display(value);
}
