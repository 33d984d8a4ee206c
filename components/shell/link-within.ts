/** The link to a place within this page that was pressed, if it was one. */
export function linkWithin({ target }: Event): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest("a") : null;
  return link?.hash && link.pathname === location.pathname ? link : undefined;
}
