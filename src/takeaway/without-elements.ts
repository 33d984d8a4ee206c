/**
 * HTML without the elements whose opening tag matches, and all that is in them. For markup of the
 * book's own making: each element is closed, and no attribute holds a `<`.
 * @param opening a pattern that begins with `<name`, for example `/<div class="player"/`
 */
export function withoutElements(html: string, opening: RegExp): string {
  const name = /^<(\w+)/.exec(opening.source)?.[1] ?? "";
  let left = html;
  for (let at = left.search(opening); at >= 0; at = left.search(opening))
    left = left.slice(0, at) + left.slice(endOf(left, name, at));
  return left;
}

/** Where the element that begins at a place ends; the end of the text when it is never closed. */
function endOf(html: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, "g");
  tags.lastIndex = from;
  let open = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    open += tag[1] === "/" ? -1 : 1;
    if (open === 0) return tags.lastIndex;
  }
  return html.length;
}
