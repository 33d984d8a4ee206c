import type { Page } from "@playwright/test";

/** Marks one text of each look. */
export const LOOK = "data-look";
/** Marks what has no look of its own. */
const AGAIN = "data-look-again";

/** A ground that is placed freely has its number in this page behind it: no other page has the same. */
const FREE = "free ";

/**
 * Leaves of a page one text of each look that it has now and that is not known, and takes the others out
 * of sight: a look is colour, size and weight, the grounds and opacities behind it, and for a link also
 * the look of what it stands in. What is placed freely may lie over anything, and stays.
 * @param known looks of other pages
 * @returns how many texts are left, and their looks that other pages may have too
 */
export async function showLooks(
  page: Page,
  known: Iterable<string>,
): Promise<{ readonly texts: number; readonly looks: readonly string[] }> {
  // Nothing on its way from one look to another is judged half way.
  await page.addStyleTag({
    content: `*, ::before, ::after { transition: none !important; } [${AGAIN}] { display: none !important; }`,
  });
  return page.evaluate(
    ([mark, again, freely, others]) => {
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
        const free = /absolute|fixed|sticky/.test(style.position) ? freely + grounds.size : "";
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
      // The system may paint with colours of its own, whatever a style says.
      const painted = ["forced-colors: active", "prefers-color-scheme: dark"]
        .map((asked) => matchMedia(`(${asked})`).matches)
        .join();
      const seen = new Set(others);
      const left: string[] = [];
      for (const element of document.body.querySelectorAll("*")) {
        const spoken = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
        );
        if (!(spoken || element.matches("a, input, select, textarea"))) continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const around = element.closest("a")?.parentElement;
        const key = `${painted} ${look(element)} in ${around ? look(around) : ""}`;
        if (seen.has(key)) continue;
        seen.add(key);
        left.push(key);
        element.setAttribute(mark, "");
        keep(element);
      }
      // Even what is out of sight takes axe its time. What has a life of its own stays in the page.
      const emptied: (readonly [Element, readonly ChildNode[]])[] = [];
      const empty = (element: Element): void => {
        const lives = ({ localName }: Element) => localName === "iframe" || localName.includes("-");
        if (element.closest("astro-island") || lives(element)) return;
        if ([...element.querySelectorAll("*")].some(lives))
          for (const child of element.children) empty(child);
        else {
          emptied.push([element, [...element.childNodes]]);
          element.replaceChildren();
        }
      };
      const hide = (parent: Element): void => {
        for (const child of parent.children)
          if (!kept.has(child)) {
            child.setAttribute(again, "");
            empty(child);
          } else if (!child.hasAttribute(mark)) hide(child);
      };
      hide(document.body);
      Object.assign(window, { emptied });
      return { texts: left.length, looks: left.filter((one) => !one.includes(freely)) };
    },
    [LOOK, AGAIN, FREE, [...known]] as const,
  );
}

/** Shows the page again as it was. */
export async function showAll(page: Page): Promise<void> {
  await page.evaluate(
    (marks) => {
      const { emptied } = window as unknown as { emptied: [Element, ChildNode[]][] };
      for (const [element, children] of emptied) element.replaceChildren(...children);
      for (const mark of marks)
        for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark);
    },
    [LOOK, AGAIN],
  );
}
