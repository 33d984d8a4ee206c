import type { Page } from "@playwright/test";

/** What a live region of a page has said. */
export interface Said {
  /** The name of the nearest thing around it that has one: a figure, a cell, an exercise. */
  readonly where: string;
  readonly text: string;
}

/**
 * Listens to the live regions of every page that is opened after this, as a screen reader does.
 *
 * @returns gives what was said since it was last asked
 */
export async function listen(page: Page): Promise<() => Promise<readonly Said[]>> {
  await page.addInitScript(() => {
    const said: { where: string; text: string }[] = [];
    Object.assign(window, { said });
    const LIVE = "[role=status], [role=alert], [role=log], output, [aria-live=polite]";
    new MutationObserver((records) => {
      const regions = new Set<Element>();
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(LIVE);
        if (region && region.getAttribute("aria-live") !== "off") regions.add(region);
      }
      for (const region of regions) {
        const text = (region.textContent ?? "").trim();
        const where = region.closest<HTMLElement>("[id]:not([id^=_])")?.id ?? "";
        if (text !== "") said.push({ where, text });
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () =>
    page.evaluate(() => {
      const { said } = window as unknown as { said: Said[] };
      return said.splice(0);
    });
}

/**
 * What is wrong with the place of the keyboard: nothing when one thing has the focus, is seen as it is
 * not covered by the masthead or outside of the window, and shows that it has it.
 */
export function focusProblem(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "nothing has the focus";
    const name = `${focused.localName} “${focused.getAttribute("aria-label") ?? focused.textContent?.trim().slice(0, 40)}”`;
    // A link may break over two lines: its first piece is what is looked at.
    const box = focused.getClientRects()[0];
    if (!box || box.width === 0) return `${name} has no place`;
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `${name} is outside the window`;
    const there = document.elementFromPoint(x, y);
    const own = there && (focused.contains(there) || there.contains(focused));
    const label = there?.closest("label")?.contains(focused);
    if (!own && !label) return `${name} is covered by ${there?.outerHTML.slice(0, 80)}`;
    // Radio buttons drawn as words have the line around the word; editors and the palette have a frame.
    const marked = [focused, focused.nextElementSibling].some((element) => {
      const style = element && getComputedStyle(element);
      return style && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    });
    const framed = focused.matches(".cm-content, .find-dialog .find-box");
    return marked || framed ? undefined : `${name} does not show that it has the focus`;
  });
}
