import { defineConfig } from "@playwright/test";
import { findBrowser } from "../../src/cli/browser.mjs";

const PORT = 4399;
const executablePath = findBrowser();

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 90_000,
  // What is waited for comes, soon or late, on a busy machine too; no test is about time.
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${PORT}/`,
    // No trace: its snapshots of a page of mathematics cost more than the tests themselves.
    screenshot: "only-on-failure",
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
