import type { BrowserContext, Page } from "@playwright/test";

/** A page that is followed from a second one. */
export interface OutlivingPage {
  /** Texts of what is watched, as they were said last. */
  readonly heard: () => Promise<readonly string[]>;
  /** Has the page press one of its buttons. */
  readonly press: (button: string) => Promise<void>;
}

/**
 * Follows a page that will lose a process: the driver gives it up then, though it lives on, so a
 * second page of the same site listens to what it has to say.
 *
 * @param watched a selector of what is told
 */
export async function followFromOutside(
  page: Page,
  context: BrowserContext,
  watched: string,
): Promise<OutlivingPage> {
  await page.addInitScript((watched) => {
    const channel = new BroadcastChannel("watch");
    const texts = () => [...document.querySelectorAll(watched)].map((one) => one.textContent);
    setInterval(() => channel.postMessage({ texts: texts() }), 200);
    channel.onmessage = ({ data }) => {
      if ("press" in data) document.querySelector<HTMLElement>(data.press)?.click();
    };
  }, watched);
  const watcher = await context.newPage();
  await watcher.goto("404.html");
  await watcher.evaluate(() => {
    const channel = new BroadcastChannel("watch");
    const heard: { texts: string[] } = { texts: [] };
    Object.assign(window, { channel, heard });
    channel.onmessage = ({ data }) => {
      if ("texts" in data) heard.texts = data.texts;
    };
  });
  return {
    heard: () =>
      watcher.evaluate(() => (window as unknown as { heard: { texts: string[] } }).heard.texts),
    press: (button) =>
      watcher.evaluate((press) => {
        (window as unknown as { channel: BroadcastChannel }).channel.postMessage({ press });
      }, button),
  };
}
