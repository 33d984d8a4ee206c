// Plain JavaScript with no dependency: it runs before anything is installed, on Node 20.
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

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

function playwrightBrowser() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache", "ms-playwright");
  if (!existsSync(cache)) return undefined;
  const inside = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe",
  ];
  return readdirSync(cache)
    .filter((folder) => folder.startsWith("chromium-"))
    .sort()
    .reverse()
    .flatMap((folder) => inside.map((path) => join(cache, folder, path)))
    .find((path) => existsSync(path));
}
