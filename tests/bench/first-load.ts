import { brotliCompressSync, constants } from "node:zlib";
import type { Page } from "@playwright/test";
import { watchLayoutShift } from "../browser/layout-shift.ts";

/** What a page loads before anyone touches it, in bytes as sent, and how far its parts move. */
export interface FirstLoad {
  readonly html: number;
  readonly styles: number;
  readonly fonts: number;
  readonly scripts: number;
  readonly requests: number;
  readonly shift: number;
}

/** Brotli at the level of `site-server.ts`. */
const QUALITY = 9;
const FONT_FILE = /\.woff2$/;

/**
 * Opens a page that nobody touches and waits until it has nothing left to load: also the scripts and
 * fonts that it fetches when it is idle.
 */
export async function firstLoad(page: Page, url: string): Promise<FirstLoad> {
  const bytes = { document: 0, stylesheet: 0, font: 0, script: 0 };
  const pending: Promise<void>[] = [];
  page.on("response", (response) => {
    const { pathname, protocol } = new URL(response.url());
    // What a second load only asks about has no body.
    if (!protocol.startsWith("http") || !response.ok()) return;
    const type = response.request().resourceType();
    // The worker of the cells is fetched as text.
    const kind = type === "fetch" && pathname.endsWith(".js") ? "script" : type;
    if (!(kind in bytes)) return;
    pending.push(
      response.body().then((body) => {
        bytes[kind as keyof typeof bytes] += FONT_FILE.test(pathname) ? body.length : sent(body);
      }),
    );
  });
  const moved = await watchLayoutShift(page);
  await page.goto(url, { waitUntil: "networkidle" });
  await page.locator("html[data-whole]").waitFor();
  await page.waitForLoadState("networkidle");
  await Promise.all(pending);
  return {
    html: bytes.document,
    styles: bytes.stylesheet,
    fonts: bytes.font,
    scripts: bytes.script,
    requests: pending.length,
    shift: await moved(),
  };
}

function sent(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length;
}
