/** Part of a pixel by which the window could not be moved: it stands on whole ones. */
let owed = 0;

/**
 * For browsers that do not keep what is in the window in its place when parts above it grow
 * (`overflow-anchor`): notes where it stands, and returns what moves the window after it. What the
 * window's whole pixels leave is moved the next time, so that it does not add up.
 *
 * @param parts of the page, from the top
 */
export function holdPlace(parts: readonly HTMLElement[]): () => void {
  const anchors = getComputedStyle(document.documentElement).getPropertyValue("overflow-anchor");
  if (anchors === "auto") return () => {};
  const held = parts.find(inWindow);
  const top = held?.getBoundingClientRect().top ?? 0;
  return () => {
    if (!held || scrollY === 0) return;
    const from = scrollY;
    const moved = held.getBoundingClientRect().top - top + owed;
    scrollBy({ top: moved, behavior: "instant" });
    const left = moved - (scrollY - from);
    owed = Math.abs(left) < 1 ? left : 0;
  };
}

/** Whether something of a part can be seen. */
export function inWindow(part: Element): boolean {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
