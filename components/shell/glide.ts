import { linkWithin } from "./link-within.ts";

/** The window glides to a place within the page; who comes to one from elsewhere is there at once. */
export function glideWithinPage(): void {
  document.addEventListener(
    "click",
    (event) => {
      if (linkWithin(event)) document.documentElement.dataset["glides"] = "";
    },
    true,
  );
}
