/**
 * `node tests/bench/chapter.ts`: what a chapter weighs before anyone touches it, and how far its
 * parts move while it loads. Needs the built site (`npm run build`).
 */
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { preview } from "astro";
import { watchLayoutShift } from "../browser/layout-shift.ts";
import { launch } from "./visit.ts";

const server = await preview({ server: { port: 4398 }, logLevel: "error" });
const url = `http://localhost:${server.port}/momentum/`;
const browser = await launch();

console.table(await weights(browser));
console.log("layout shift on first load:", (await layoutShift(browser)).toFixed(4));
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
  const moved = await watchLayoutShift(page);
  await page.goto(url, { waitUntil: "networkidle" });
  const shift = await moved();
  await page.context().close();
  return shift;
}
