import { expect, type Locator, type Page } from "@playwright/test";
import { TIMES } from "../times.ts";
import { firstCell, openChapter, output, runOnlyWhenAsked, runText, status } from "./cell-page.ts";
import { runShared } from "./sharing-page.ts";

/** What the page and its reader have that no cell may reach. */
const SECRET = "work-of-the-reader";

/** How the code of an attack comes into its cell: typed, or by a link that its reader accepts. */
export type Arrives = "typed" | "by a link";
/** Both ways end in one text of one cell, so `npm test` takes the first; `npm run audit` takes both. */
export const ARRIVES: readonly Arrives[] = TIMES > 1 ? ["typed", "by a link"] : ["typed"];

/** A page under attack: what is watched for the whole of a test. */
export interface Target {
  readonly cell: Locator;
  readonly origin: string;
  /** Brings the code into the first cell and runs it. */
  attack(source: string): Promise<void>;
  /** Checks that nothing was reached or changed. */
  expectUntouched(): Promise<void>;
  /** Checks that too, and that the page goes on working. */
  expectUnharmed(): Promise<void>;
}

/** Opens the chapter with secrets in all that a page can keep, and watches it. */
export async function openTarget(
  page: Page,
  path?: string,
  arrives: Arrives = "typed",
): Promise<Target> {
  const answered: string[] = [];
  const happened: string[] = [];
  page.on("response", (response) => answered.push(response.url()));
  page.on("dialog", (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("download", (download) => happened.push(`download: ${download.suggestedFilename()}`));
  page.context().on("page", () => happened.push("a tab was opened"));
  const cell = await firstCell(page, (one) => openChapter(one, path));
  const address = page.url();
  await page.evaluate((secret) => {
    localStorage.setItem("secret", secret);
    sessionStorage.setItem("secret", secret);
    // biome-ignore lint/suspicious/noDocumentCookie: the plain cookie is what is protected here
    document.cookie = `secret=${secret}`;
    const channel = new BroadcastChannel("downhill");
    channel.onmessage = ({ data }) => Object.assign(window, { overheard: data });
  }, SECRET);
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame() && frame.url().split("#")[0] !== address)
      happened.push("the page moved");
  });
  await runOnlyWhenAsked(cell);
  // The page lays itself out bit by bit, and is the same from then on.
  await page.locator("html[data-whole]").waitFor();
  const before = await lookOf(page);
  const expectUntouched = async () => {
    expect(answered.filter((url) => url.includes("leak"))).toEqual([]);
    expect(happened).toEqual([]);
    expect(await lookOf(page)).toEqual(before);
  };
  return {
    cell,
    origin: new URL(address).origin,
    attack: (source) =>
      arrives === "typed" ? runText(cell, source) : runShared(page, cell, source),
    expectUntouched,
    async expectUnharmed() {
      await expectUntouched();
      await runText(cell, "6 * 7");
      await expect(output(cell)).toHaveText("42", { timeout: 20_000 });
      await expect(status(cell)).toHaveText(/^Ran in/);
      // The watch itself works: what does get through is seen.
      await page.evaluate(() => fetch("?leak=control"));
      expect(answered.splice(0).some((url) => url.includes("leak=control"))).toBe(true);
    },
  };
}

/** What an attack could change of the page outside the cell that it ran in. */
function lookOf(page: Page) {
  return page.evaluate(() => {
    const colours = (selector: string) => {
      const style = getComputedStyle(document.querySelector(selector) ?? document.body);
      return [style.color, style.backgroundColor, style.display, style.visibility, style.opacity];
    };
    const atop = document.elementFromPoint(20, 20)?.closest("header")?.tagName;
    const prose = document.querySelector("main")?.cloneNode(true) as HTMLElement;
    const live = "downhill-cell, downhill-exercise, astro-island, iframe";
    for (const element of prose.querySelectorAll(live)) element.remove();
    // The pointer may have passed over a formula or a listing, whose symbols then have their names.
    for (const element of prose.querySelectorAll("[data-symbol], [aria-description], .explained")) {
      element.removeAttribute("data-symbol");
      element.removeAttribute("aria-description");
      element.classList.remove("explained", "linked");
    }
    // What is near is drawn, wherever the window has been.
    for (const element of prose.querySelectorAll("[data-drawn]"))
      element.removeAttribute("data-drawn");
    scrollTo(0, 0);
    return {
      prose: prose.innerHTML,
      title: document.title,
      secrets: [localStorage.getItem("secret"), sessionStorage.getItem("secret"), document.cookie],
      overheard: "overheard" in window,
      pwned: "pwned" in window,
      look: ["body", "header", "main p", "main h2"].map(colours),
      atop,
    };
  });
}
