import { say } from "#src/language/say.ts";

/** What can be used on a page, and the words of the button that offers it. */
const USES = [
  ["astro-island:has([data-widget])", say("Use this figure")],
  ["downhill-cell", say("Use this cell")],
  ["downhill-exercise", say("Answer this exercise")],
] as const;

/**
 * In text only, figures, cells and exercises are their pictures, code, outputs and questions. A line
 * under each brings its controls back, and the keyboard to them.
 */
export function offerToUse(): void {
  for (const [selector, words] of USES)
    for (const item of document.querySelectorAll<HTMLElement>(`.prose ${selector}`)) {
      if (item.nextElementSibling?.matches(".reading-use")) continue;
      const offer = document.createElement("button");
      offer.type = "button";
      offer.className = "reading-use";
      offer.textContent = words;
      const name = nameOf(item);
      if (name) offer.setAttribute("aria-label", `${words}: ${name}`);
      const use = () => {
        item.dataset["inUse"] = "";
        offer.remove();
      };
      offer.addEventListener("click", () => {
        use();
        item.querySelector<HTMLElement>(REACHED)?.focus();
      });
      // Who turns to the code itself wants its buttons too.
      item.querySelector("[data-part=code]")?.addEventListener("click", use, { once: true });
      item.after(offer);
    }
}

/** What of a thing gets the keyboard first. */
const REACHED = ":is(button, input, select, [data-part=code] pre):not([hidden], :disabled)";

function nameOf(item: HTMLElement): string {
  const figure = item.querySelector(".widget-title");
  const title = figure ?? item.querySelector(".cell-title, .exercise-title a")?.firstChild;
  return title?.textContent?.trim() ?? "";
}
