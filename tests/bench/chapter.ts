/**
 * `npm run bench`: what a chapter weighs before anyone touches it, and how long a cell takes from
 * click to result, cold and warm. Needs the built site (`npm run build`).
 */
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { preview } from "astro";
import { findBrowser } from "../../src/cli/browser.mjs";

const RUNS = 9;
const server = await preview({ server: { port: 4398 }, logLevel: "error" });
const url = `http://localhost:${server.port}/momentum/`;
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

console.table(await weights(browser));
console.log("layout shift on first load:", (await layoutShift(browser)).toFixed(4));
const cold: number[] = [];
const warm: number[] = [];
const bare: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const page = await (await browser.newContext()).newPage();
  bare.push(await bareSandbox(page));
  await page.goto(url, { waitUntil: "networkidle" });
  cold.push(await clickToResult(page));
  warm.push(await clickToResult(page));
  await page.context().close();
}
console.table({
  "click on Run to result, cold": summary(cold),
  "click on Run to result, warm": summary(warm),
  "bare worker in a sandboxed frame, cold": summary(bare),
});
await browser.close();
await server.stop();

/** Compressed bytes by kind of what one visit without interaction loads. */
async function weights(
  chrome: Browser,
): Promise<Record<string, { files: number; kilobytes: number }>> {
  const page = await (await chrome.newContext()).newPage();
  const kinds = new Map<string, number[]>();
  const pending: Promise<void>[] = [];
  page.on("response", (response) => {
    pending.push(
      response.body().then((body) => {
        const kind = response.request().resourceType();
        // Fonts are compressed already.
        const bytes = kind === "font" ? body.length : gzipSync(body, { level: 9 }).length;
        kinds.set(kind, [...(kinds.get(kind) ?? []), bytes]);
      }),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(pending);
  await page.context().close();
  return Object.fromEntries(
    [...kinds].map(([kind, sizes]) => [
      kind,
      {
        files: sizes.length,
        kilobytes: Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10,
      },
    ]),
  );
}

async function layoutShift(chrome: Browser): Promise<number> {
  const page = await (
    await chrome.newContext({ viewport: { width: 1440, height: 900 } })
  ).newPage();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  await page.context().close();
  return shifts.reduce((sum, shift) => sum + shift, 0);
}

/** From the click on the first cell's Run to the change of its output, in ms, timed in the page. */
function clickToResult(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const cell = document.querySelector("downhill-cell");
    const button = [...(cell?.querySelectorAll("button") ?? [])].find((one) =>
      one.textContent?.includes("Run"),
    );
    const outputs = cell?.querySelector("[data-part=output]");
    if (!button || !outputs)
      throw new Error("bench: the first cell has no Run button or no outputs.");
    const began = performance.now();
    const changed = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve(performance.now() - began);
      }).observe(outputs, { childList: true, subtree: true, characterData: true });
    });
    button.click();
    return changed;
  });
}

/** The lower bound: a frame of opaque origin, a worker in it, one message there and back. */
async function bareSandbox(page: Page): Promise<number> {
  await page.goto(`${url.replace("momentum/", "404.html")}`, { waitUntil: "networkidle" });
  return page.evaluate(async () => {
    const began = performance.now();
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.hidden = true;
    const worker = "onmessage=(e)=>postMessage(new Function('return '+e.data)())";
    frame.srcdoc = `<script>const w=new Worker(URL.createObjectURL(new Blob([${JSON.stringify(worker)}])));w.onmessage=(e)=>parent.postMessage(e.data,"*");w.postMessage("6*7")</script>`;
    const answered = new Promise<number>((resolve) => {
      addEventListener("message", () => resolve(performance.now() - began), { once: true });
    });
    document.body.append(frame);
    return answered;
  });
}

function summary(times: readonly number[]): {
  "median ms": number;
  "min ms": number;
  "max ms": number;
} {
  const sorted = [...times].sort((a, b) => a - b);
  const round = (value: number | undefined) => Math.round((value ?? Number.NaN) * 10) / 10;
  return {
    "median ms": round(sorted[Math.floor(sorted.length / 2)]),
    "min ms": round(sorted[0]),
    "max ms": round(sorted.at(-1)),
  };
}
