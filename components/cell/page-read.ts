/** Resolves when the browser has read the whole page. */
export const pageIsRead = new Promise<void>((resolve) => {
  if (document.readyState !== "loading") resolve();
  else document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
});

/** Goes on when the browser has read all of an element: at once if it has, else with the page. */
export function whenRead(element: Element, then: () => void): void {
  if (isRead(element)) then();
  else pageIsRead.then(then);
}

/** The page is complete, or something follows the element. */
function isRead(element: Element): boolean {
  if (document.readyState !== "loading") return true;
  for (let one: Element | null = element; one; one = one.parentElement) {
    if (one.nextSibling) return true;
  }
  return false;
}
