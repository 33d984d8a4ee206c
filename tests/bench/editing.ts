import type { Page } from "@playwright/test";

/** How the page bears the start of the language service. */
export interface LanguageService {
  /** From the click into the code to the first underlined error, in milliseconds. */
  readonly firstProblem: number;
  /** The longest time in between for which the page could not answer, in milliseconds; 0 below 50. */
  readonly longestTask: number;
}

/**
 * Clicks into the code of the first cell, writes a line with a type error, waits for its mark and
 * takes the line away again.
 */
export async function startLanguageService(page: Page): Promise<LanguageService> {
  await page.evaluate(() => {
    const found = { began: 0, firstProblem: 0, longestTask: 0 };
    const { promise, resolve } = Promise.withResolvers<LanguageService>();
    Object.assign(window, { languageService: promise });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        if (startTime + duration > found.began)
          found.longestTask = Math.max(found.longestTask, duration);
    }).observe({ type: "longtask" });
    addEventListener(
      "click",
      ({ timeStamp }) => {
        found.began = timeStamp;
        found.longestTask = 0;
      },
      { capture: true, once: true },
    );
    new MutationObserver((_, observer) => {
      if (!document.querySelector(".cm-lintRange")) return;
      observer.disconnect();
      found.firstProblem = performance.now() - found.began;
      resolve(found);
    }).observe(document.querySelector("[data-cell]") as Node, { childList: true, subtree: true });
  });
  await openEditor(page);
  await page.keyboard.insertText("\nconst wrong: number = 'text';\nwrong");
  const answer = await page.evaluate(
    () => (window as unknown as { languageService: Promise<LanguageService> }).languageService,
  );
  await page.keyboard.press("ControlOrMeta+Z");
  return answer;
}

/**
 * Times from a key that changes the text of the first cell to its new output, in milliseconds, the
 * cell being run the moment the editor has the change. After `startLanguageService`, so that its
 * start is not part of it.
 */
export async function editToResult(page: Page, times: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    const cell = document.querySelector("[data-cell]");
    const editor = cell?.querySelector(".cm-content");
    const output = cell?.querySelector("[data-part=output]");
    const found: number[] = [];
    Object.assign(window, { editsToResults: found });
    let pressed: number | undefined;
    editor?.addEventListener(
      "keydown",
      (event) => {
        if (event.isTrusted) pressed = event.timeStamp;
      },
      { capture: true },
    );
    editor?.addEventListener("input", () => {
      const run = new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true });
      queueMicrotask(() => editor.dispatchEvent(run));
    });
    new MutationObserver(() => {
      if (pressed === undefined) return;
      found.push(performance.now() - pressed);
      pressed = undefined;
    }).observe(output as Node, { childList: true, subtree: true, characterData: true });
  });
  for (let edit = 1; edit <= times; edit++) {
    await page.keyboard.press("Space");
    await page.waitForFunction(
      (count) =>
        (window as unknown as { editsToResults: number[] }).editsToResults.length === count &&
        // Stale would mean that the run has missed the edit.
        !document.querySelector("[data-cell]:is([data-stale], :not([data-state=idle]))"),
      edit,
    );
  }
  return page.evaluate(() => (window as unknown as { editsToResults: number[] }).editsToResults);
}

/**
 * Clicks into the first cell's code and goes to its end, once the editor is there. Waits in the page:
 * to be asked again and again from outside costs it more than the editor does.
 */
async function openEditor(page: Page): Promise<void> {
  await page.locator("[data-cell][data-ready]").first().waitFor();
  const { x, y } = await page.evaluate(() => {
    const code = document.querySelector("[data-cell] pre") as HTMLElement;
    code.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top } = code.getBoundingClientRect();
    return { x: left + 30, y: top + 20 };
  });
  await page.mouse.click(x, y);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () =>
          document.activeElement?.matches("[data-cell] .cm-content")
            ? resolve()
            : requestAnimationFrame(look);
        look();
      }),
  );
  await page.keyboard.press("ControlOrMeta+End");
}
