// Plain JavaScript: it is read on Node 20, before anything is installed.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** Without windows and what belongs to them: the tests take less of the processor. */
const SHELL_PATHS = ["/usr/bin/chromium-headless-shell"];
const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const FIREFOX_PATHS = [
  "/usr/bin/firefox",
  "/usr/bin/firefox-esr",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/**
 * Path of a Chromium or Chrome for the browser tests: the one named by `DOWNHILL_BROWSER`,
 * or the first installed one; `undefined` when none is there.
 * @param {boolean} [whole] whether only a whole browser will do: the one without windows gives a
 *   sandboxed frame no process of its own
 * @returns {string | undefined}
 */
export function findBrowser(whole = false) {
  const named = process.env.DOWNHILL_BROWSER;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(
      `DOWNHILL_BROWSER must name an existing program, got ${named}. Correct it or unset it.`,
    );
  }
  const paths = whole ? SYSTEM_PATHS : [...SHELL_PATHS, ...SYSTEM_PATHS];
  return paths.find((path) => existsSync(path)) ?? playwrightBrowser();
}

/**
 * Path of a Firefox for the audit: the one named by `DOWNHILL_FIREFOX`, or the first installed one.
 * @returns {string}
 * @throws {Error} when there is none
 */
export function findFirefox() {
  const paths = process.env.DOWNHILL_FIREFOX ? [process.env.DOWNHILL_FIREFOX] : FIREFOX_PATHS;
  const found = paths.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    `npm run audit needs Firefox, and found none at ${paths.join(", ")}. Install it, or name it in DOWNHILL_FIREFOX.`,
  );
}

/** Where Playwright puts the browser that it installs. */
function playwrightBrowser() {
  const { chromium } = createRequire(import.meta.url)("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
