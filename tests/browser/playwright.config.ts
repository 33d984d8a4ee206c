import { defineConfig } from "@playwright/test";
import { findBrowser } from "../../src/cli/browser.mjs";
import { TIMES } from "../times.ts";

const PORT = Number(process.env["DOWNHILL_TEST_PORT"] ?? 4399);
const audit = TIMES > 1;
// Filling the memory is survived only where the frame of the cells has a process of its own.
const executablePath = findBrowser(audit);
if (audit && executablePath === undefined)
  throw new Error(
    "npm run audit needs a whole Chromium or Chrome, and found none. Install one, or name it in DOWNHILL_BROWSER.",
  );

/**
 * A full Chromium prepares the pop-ups of its address bar for every window, at more than a second of
 * work for each test. Playwright's own list is replaced by this one, so what matters of it is here.
 */
const WITHOUT = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
];

export default defineConfig({
  testDir: ".",
  // For `npm run audit`: minutes of filling memory, after which the browser is not what it was; the
  // whole book built once more, twice, kept twice, or on one sheet; a run of 12 seconds; another browser.
  testIgnore: audit
    ? []
    : [
        "memory.spec.ts",
        "class-memory.spec.ts",
        "firefox.spec.ts",
        "long-run.spec.ts",
        "offline-busy.spec.ts",
        "pseudo-language.spec.ts",
        "sub-path.spec.ts",
        "whole-sheet.spec.ts",
      ],
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: true,
  // Of three on two processors one waits most of the time; long proofs have the machine for themselves.
  workers: audit ? 2 : 3,
  timeout: 90_000,
  // What is waited for comes, soon or late, on a busy machine too; no test is about time.
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${PORT}/`,
    // Emptied between tests, and not made anew: the scripts of a page are compiled by then.
    reuseContext: true,
    // What one test leaves in the caches would be served to the next, and the whole book be fetched
    // beside each; the tests of that have contexts of their own.
    serviceWorkers: "block",
    // No trace and no picture of a failure: both are made of every test, and cost as much as the
    // tests themselves on pages of mathematics. A failure leaves the page as an outline in words.
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        `--disable-features=${WITHOUT.join(",")}`,
      ],
    },
  },
  webServer: {
    command: `astro preview --ignore-lock --port ${PORT}`,
    cwd: "../..",
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
