import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../src/cli/browser.mjs";

/** A reader's machine: as fast as this one, or four times slower on a slow network. */
export type Machine = "desktop" | "throttled";

/** Milliseconds since the navigation began, and of each further run. */
export interface FirstOutput {
  /** The first cell can be run, and is. */
  readonly live: number;
  /** What it shows is in the page. */
  readonly output: number;
  /** From Run to output, again and again in the same page. */
  readonly reruns: readonly number[];
}

/** Last digits that the first cell shows, the book's and every other's. */
const RESULT = "-2.37037";
const SLOWDOWN = 4;
const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 0.75e6 / 8,
};
/** Milliseconds after which a page is given up. */
const PATIENCE = 240_000;

export function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

/** A page in a fresh context, so with nothing in its cache, on the given machine. */
export async function openPage(browser: Browser, machine: Machine): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  if (machine === "throttled") await throttle(context, page);
  return page;
}

/** Opens an address, presses Run of its first cell the moment it is live, and times what follows. */
export async function firstOutput(page: Page, url: string, reruns: number): Promise<FirstOutput> {
  await page.addInitScript(pressRun, RESULT);
  await page.goto(url, { waitUntil: "commit", timeout: PATIENCE });
  const done = page.evaluate((times) => (window as unknown as Probed).firstOutput(times), reruns);
  return Promise.race([done, givingUp()]);
}

interface Probed {
  firstOutput(reruns: number): Promise<FirstOutput>;
}

/** Runs in the page before anything else of it. */
function pressRun(result: string) {
  if (window !== window.top) return;
  const press = (cell: Element) =>
    new Promise<number>((resolve) => {
      const output = cell.querySelector("[data-part=output]");
      const began = performance.now();
      const seen = new MutationObserver(() => {
        if (!output?.textContent?.includes(result)) return;
        seen.disconnect();
        resolve(performance.now() - began);
      });
      seen.observe(output as Node, { childList: true, subtree: true, characterData: true });
      cell.querySelector<HTMLButtonElement>("[data-part=run]")?.click();
    });
  const first = new Promise<{ cell: Element; live: number; output: number }>((resolve) => {
    const waiting = new MutationObserver(async () => {
      const cell = document.querySelector("[data-cell][data-ready]");
      if (!cell) return;
      waiting.disconnect();
      const live = performance.now();
      resolve({ cell, live, output: live + (await press(cell)) });
    });
    waiting.observe(document, {
      subtree: true,
      attributes: true,
      attributeFilter: ["data-ready"],
    });
  });
  (window as unknown as Probed).firstOutput = async (times) => {
    const { cell, live, output } = await first;
    const reruns: number[] = [];
    for (let run = 0; run < times; run++) {
      // What the run before left to do is not part of this one.
      await new Promise((resolve) => setTimeout(resolve, 100));
      reruns.push(await press(cell));
    }
    return { live, output, reruns };
  };
}

/**
 * Slows the page down, and every frame of another process, which has to be told for itself.
 *
 * The browser's protocol slows main threads only: workers run at full speed on the throttled
 * machine, those of the book and those of all others alike. The slow network holds for the page
 * and for what its workers load.
 */
async function throttle(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  session.on("Target.attachedToTarget", ({ sessionId }) => {
    const tell = (method: string, params: object = {}) =>
      session
        .send("Target.sendMessageToTarget", {
          sessionId,
          message: JSON.stringify({ id: 1, method, params }),
        })
        .catch(() => {});
    void tell("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    void tell("Runtime.runIfWaitingForDebugger");
  });
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
    filter: [{ type: "iframe" }],
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_NETWORK);
}

async function givingUp(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE).unref());
  throw new Error(`no output after ${PATIENCE / 1000} s`);
}
