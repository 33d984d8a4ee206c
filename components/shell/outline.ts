/** On a wide screen the list of sections stands open in the margin; on a narrow one the reader opens it. */
export function unfoldWhenWide(outline: HTMLElement): void {
  const fold = outline.querySelector("details");
  const summary = outline.querySelector("summary");
  if (!fold || !summary) return;
  // The style sheet knows what is wide: that depends on the reader's text size too.
  const wide = () => getComputedStyle(summary).display === "none";
  const set = () => {
    fold.open = wide();
  };
  let before = 0;
  new ResizeObserver(() => {
    if (innerWidth !== before) set();
    before = innerWidth;
  }).observe(document.body);
  outline.addEventListener("click", (event) => {
    if (!wide() && event.target instanceof HTMLAnchorElement) fold.open = false;
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
