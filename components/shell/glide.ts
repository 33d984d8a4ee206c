/** The window glides to a place within the page; who comes to one from elsewhere is there at once. */
export function glideWithinPage(): void {
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link?.hash && link.pathname === location.pathname)
        document.documentElement.dataset["glides"] = "";
    },
    true,
  );
}
