/**
 * For browsers that do not keep what is in the window in its place when parts above it grow
 * (`overflow-anchor`): notes where it stands, and returns what moves the window after it.
 *
 * @param parts of the page, from the top
 */
export function holdPlace(parts: readonly HTMLElement[]): () => void {
  const anchors = getComputedStyle(document.documentElement).getPropertyValue("overflow-anchor");
  if (anchors === "auto") return () => {};
  const held = parts.find(inWindow);
  const top = held?.getBoundingClientRect().top ?? 0;
  return () => {
    const moved = held ? held.getBoundingClientRect().top - top : 0;
    if (scrollY > 0) scrollBy({ top: moved, behavior: "instant" });
  };
}

/** Whether something of a part can be seen. */
export function inWindow(part: Element): boolean {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
