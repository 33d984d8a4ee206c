// Makes a fresh clone ready: packages always, a browser only with --browser, and one that the audit
// takes with --whole-browser.
// Plain JavaScript with no dependency: it runs before anything is installed, on Node 20.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { findBrowser } from "./browser.mjs";

const INSTALLED = "node_modules/.package-lock.json";
const LOCK = "package-lock.json";

installPackages();
if (process.argv.includes("--browser")) installBrowser(false);
if (process.argv.includes("--whole-browser")) installBrowser(true);

function installPackages() {
  const missing = !existsSync(INSTALLED);
  if (!missing && statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) return;
  say(
    missing
      ? "installing packages (npm ci), once"
      : "package-lock.json changed: installing again (npm ci)",
  );
  run(
    "npm",
    ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    "Check the network, then try again.",
  );
}

function installBrowser(whole) {
  if (findBrowser(whole)) return;
  const packaged = whole ? "chromium" : "chromium-headless-shell";
  if (process.platform === "linux" && process.getuid?.() === 0 && has("apt-get")) {
    say(`no browser found: installing Debian's ${packaged} for the tests, once`);
    run("apt-get", ["update", "-qq"], "Check the network, then try again.");
    run(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", packaged],
      "Install chromium yourself, or name one in DOWNHILL_BROWSER.",
      { DEBIAN_FRONTEND: "noninteractive" },
    );
  } else {
    say("no browser found: installing Playwright's chromium for the tests, once");
    run(
      "npx",
      ["playwright", "install", "chromium"],
      "Install Chromium or Chrome yourself, or name one in DOWNHILL_BROWSER.",
    );
  }
  if (!findBrowser(whole))
    fail("a browser was installed, but not where the tests look. Name it in DOWNHILL_BROWSER.");
}

function run(command, args, remedy, env = {}) {
  const { status, error } = spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  if (error || status !== 0)
    fail(`\`${command} ${args.join(" ")}\` failed${error ? `: ${error.message}` : ""}. ${remedy}`);
}

function has(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

function say(text) {
  console.log(`prepare: ${text}`);
}

function fail(text) {
  console.error(`prepare: ${text}`);
  process.exit(1);
}
