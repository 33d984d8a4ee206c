import { firstCell, runText } from "./cell-page.ts";
import { expect, loudTest as test } from "./quiet.ts";

// Not the silent test: a browser reports what its policy refuses to the console.

test("a cell that eats all memory does not take the page with it", async ({ page, context }) => {
  test.setTimeout(120_000);
  // The driver gives up a page when any process of it dies, so a second page of the same site
  // listens to what the first, which lives on, has to say.
  await page.addInitScript(() => {
    const channel = new BroadcastChannel("watch");
    const cell = () => document.querySelector("downhill-cell");
    setInterval(() => channel.postMessage({ text: cell()?.textContent }), 200);
    channel.onmessage = ({ data }) => {
      if (data === "run") cell()?.querySelector<HTMLElement>('[data-part="run"]')?.click();
      if (data === "stop") cell()?.querySelector<HTMLElement>('[data-part="stop"]')?.click();
    };
  });
  const watcher = await context.newPage();
  await watcher.goto("404.html");
  await watcher.evaluate(() => {
    const channel = new BroadcastChannel("watch");
    Object.assign(window, { channel });
    channel.onmessage = ({ data }) => {
      if ("text" in data) document.body.dataset.heard = data.text;
    };
  });
  const heard = () => watcher.evaluate(() => document.body.dataset.heard ?? "");
  const order = (what: string) =>
    watcher.evaluate((what) => {
      const { channel } = window as unknown as { channel: BroadcastChannel };
      channel.postMessage(what);
    }, what);

  const cell = await firstCell(page);
  await runText(
    cell,
    "const hoard: unknown[] = [];\nfor (;;) hoard.push(new Array(1000).fill(1.5));",
  );
  await expect.poll(heard, { timeout: 90_000 }).toContain("used up the memory");

  // The same page has a fresh worker, which starts the cell again and can be stopped.
  await order("run");
  await expect.poll(heard).toContain("Running");
  await order("stop");
  await expect.poll(heard).toContain("Stopped after");
  await page.close();
});
