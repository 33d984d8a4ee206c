import type { Page } from "@playwright/test";

/** Marks one text of each look. */
export const LOOK = "data-look";
/** Marks what has no look of its own. */
const AGAIN = "data-look-again";

/**
 * Leaves of a page one text of each look that it has now, and takes the others out of sight: a look is
 * colour, size and weight, the grounds and opacities behind it, and for a link also the look of what it
 * stands in. What is placed freely may lie over anything, and stays.
 */
export async function showLooks(page: Page): Promise<void> {
  await page.addStyleTag({ content: `[${AGAIN}] { display: none !important; }` });
  await page.evaluate(
    ([mark, again]) => {
      const grounds = new Map<Element, string>();
      const kept = new Set<Element>();
      const keep = (element: Element | null): void => {
        for (let one = element; one !== null && !kept.has(one); one = one.parentElement)
          kept.add(one);
      };
      const ground = (element: Element): string => {
        const known = grounds.get(element);
        if (known !== undefined) return known;
        const style = getComputedStyle(element);
        const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter];
        const free = /absolute|fixed|sticky/.test(style.position) ? String(grounds.size) : "";
        if (free) keep(element);
        const plain = own.join() === "rgba(0, 0, 0, 0),none,1,none" && free === "";
        const behind = element.parentElement === null ? "" : ground(element.parentElement);
        const all = plain ? behind : `${behind} ${own} ${free}`;
        grounds.set(element, all);
        return all;
      };
      const look = (element: Element): string => {
        const { color, fontSize, fontWeight, textShadow, textDecorationLine } =
          getComputedStyle(element);
        return [
          color,
          fontSize,
          fontWeight,
          textShadow,
          textDecorationLine,
          ground(element),
        ].join();
      };
      const seen = new Set<string>();
      for (const element of document.body.querySelectorAll("*")) {
        const spoken = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
        );
        if (!(spoken || element.matches("a, input, select, textarea"))) continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const around = element.closest("a")?.parentElement;
        const key = `${look(element)} in ${around ? look(around) : ""}`;
        if (seen.has(key)) continue;
        seen.add(key);
        element.setAttribute(mark, "");
        keep(element);
      }
      const hide = (parent: Element): void => {
        for (const child of parent.children)
          if (!kept.has(child)) child.setAttribute(again, "");
          else if (!child.hasAttribute(mark)) hide(child);
      };
      hide(document.body);
    },
    [LOOK, AGAIN] as const,
  );
}

/** Shows the page again as it was. */
export async function showAll(page: Page): Promise<void> {
  await page.evaluate(
    (marks) => {
      for (const mark of marks)
        for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
    },
    [LOOK, AGAIN],
  );
}
