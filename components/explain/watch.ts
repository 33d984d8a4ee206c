/**
 * Tells of changes below an element, once for each frame of the screen, while it is switched on.
 *
 * @param change gets the elements in which something has changed
 */
export function watch(
  below: Element,
  change: (where: ReadonlySet<Element>) => void,
): (on: boolean) => void {
  const seen = new Set<Element>();
  let waiting = false;
  const tell = () => {
    waiting = false;
    change(new Set(seen));
    seen.clear();
    // What the hearer has changed is no news to it.
    observer.takeRecords();
  };
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element) seen.add(element);
    }
    if (!waiting) requestAnimationFrame(tell);
    waiting = true;
  });
  return (on) => {
    observer.disconnect();
    if (!on) return;
    observer.observe(below, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ["aria-valuetext"],
    });
  };
}
