/** Goes on when the page has all that it shows, and nothing else to do. */
export function whenIdle(then: () => void): void {
  if (document.readyState !== "complete") addEventListener("load", () => whenIdle(then));
  else if ("requestIdleCallback" in window) requestIdleCallback(then, { timeout: 2000 });
  else setTimeout(then, 200);
}
