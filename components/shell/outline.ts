const WIDE = "(min-width: 75rem)";

/** On a wide screen the list of sections stands open in the margin; on a narrow one the reader opens it. */
export function unfoldWhenWide(outline: HTMLElement): void {
  const fold = outline.querySelector("details");
  const wide = window.matchMedia(WIDE);
  const set = () => {
    if (fold) fold.open = wide.matches;
  };
  set();
  wide.addEventListener("change", set);
  outline.addEventListener("click", (event) => {
    if (fold && !wide.matches && event.target instanceof HTMLAnchorElement) fold.open = false;
  });
}

/** Marks the section being read with `aria-current`. */
export function followReading(outline: HTMLElement): void {
  const links = new Map(
    [...outline.querySelectorAll<HTMLAnchorElement>("a[href^='#']")].map((link) => [
      link.hash.slice(1),
      link,
    ]),
  );
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  const mark = () => {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < 160);
    for (const [id, link] of links) {
      if (id === current?.id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  let scheduled = false;
  const onScroll = () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      mark();
    });
  };
  addEventListener("scroll", onScroll, { passive: true });
  // With the next frame, whose layout is computed anyway: asked for now, it would hold up the
  // scripts that come after this one.
  onScroll();
}
