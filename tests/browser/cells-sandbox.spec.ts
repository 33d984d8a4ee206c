import { expect, test } from "@playwright/test";
import { code, firstCell, output, run, runText, status, write } from "./cell-page.ts";

// Not the silent test: a browser reports what its policy refuses to the console.

test("code of a cell reaches neither the network nor the page nor its storage", async ({
  page,
}) => {
  const cell = await firstCell(page);
  await page.evaluate(() => localStorage.setItem("secret", "work of the reader"));
  // A refused request is announced too; one that got through has an answer.
  const answered: string[] = [];
  page.on("response", (response) => answered.push(response.url()));
  const origin = new URL(page.url()).origin;
  await runText(
    cell,
    `const world = globalThis as any;
const outcomes: Record<string, string> = {};
const attempt = async (name: string, act: () => unknown) => {
  try { await act(); outcomes[name] = "allowed"; } catch { outcomes[name] = "refused"; }
};
await attempt("fetch", () => world["fetch"]("${origin}/momentum/?leak=fetch"));
await attempt("xhr", () => new Promise((yes, no) => {
  const r = new world["XMLHttpRequest"](); r.onload = yes; r.onerror = no;
  r.open("GET", "${origin}/momentum/?leak=xhr"); r.send();
}));
await attempt("websocket", () => new Promise((yes, no) => {
  const s = new world["WebSocket"]("${origin.replace("http", "ws")}/?leak=ws"); s.onopen = yes; s.onerror = no;
}));
await attempt("eventsource", () => new Promise((yes, no) => {
  const s = new world["EventSource"]("${origin}/?leak=es"); s.onopen = yes; s.onerror = no;
}));
await attempt("importScripts", () => world["importScripts"]("${origin}/favicon.svg?leak=scripts"));
await attempt("import", () => world.eval("import('${origin}/favicon.svg?leak=import')"));
await attempt("worker", () => new Promise((yes, no) => {
  const w = new world["Worker"]("${origin}/favicon.svg?leak=worker"); w.onmessage = yes; w.onerror = no;
}));
await attempt("indexedDB", () => new Promise((yes, no) => {
  const r = world["indexedDB"].open("x"); r.onsuccess = yes; r.onerror = no;
}));
await attempt("caches", () => world["caches"].open("x"));
await attempt("localStorage", () => { if (!world["localStorage"]) throw 0; });
await attempt("document", () => { if (!world["document"]) throw 0; });
await attempt("parent", () => { if (!world["parent"]) throw 0; });
outcomes`,
  );
  await expect(status(cell)).toHaveText(/^Ran in/);
  const answer = await output(cell).textContent();
  for (const name of [
    "fetch",
    "xhr",
    "websocket",
    "eventsource",
    "importScripts",
    "import",
    "worker",
    "indexedDB",
    "caches",
    "localStorage",
    "document",
    "parent",
  ]) {
    expect(answer).toContain(`${name}: "refused"`);
  }
  expect(answered.filter((url) => url.includes("leak"))).toEqual([]);
});

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

test("arrays larger than the browser can give are an error of the cell", async ({ page }) => {
  const cell = await firstCell(page);
  await write(cell, "const big = new Float64Array(2 ** 40);");
  await run(cell).click();
  await expect(output(cell)).toHaveText(/RangeError.*line 1/);
  await expect(code(cell)).toContainText("2 ** 40");
});
