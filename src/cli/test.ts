/** `npm test`: types, lint, build, unit, content and browser tests; `--quick` leaves out build and browser. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const ONE_PASSED: Tally = { passed: 1, failed: 0 };
const ONE_FAILED: Tally = { passed: 0, failed: 1 };

process.env.ASTRO_TELEMETRY_DISABLED = "1";

const reports = mkdtempSync(join(tmpdir(), "downhill-"));
const quick = process.argv.includes("--quick");
const tallies: Tally[] = [];
const TYPES = ["check", "--minimumSeverity", "warning"];
const LINT = ["ci", "--error-on-warnings", "."];

if (quick) {
  stage("types", () => command("astro", TYPES));
  stage("lint", () => command("biome", LINT));
  stage("unit and content", () => vitest(["--exclude", "tests/site/**"]));
} else {
  // Types and build take a processor each; what they share is made before.
  stage("types of the content", () => command("astro", ["sync"]));
  const types = beside("types", "astro", [...TYPES, "--noSync"]);
  stage("build", () => command("astro", ["build"]));
  tallies.push(await types);
  stage("lint", () => command("biome", LINT));
  stage("unit and content", () => vitest([]));
  stage("browser", playwright);
}

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function stage(name: string, body: () => Tally): void {
  console.log(`\n── ${name}`);
  const began = Date.now();
  tallies.push(ended(name, body(), began));
}

function ended(name: string, tally: Tally, began: number): Tally {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`── ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
  return tally;
}

function execute(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): boolean {
  const { status } = spawnSync(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** A stage that runs beside others, and says what it found when it ends. */
function beside(name: string, program: string, args: readonly string[]): Promise<Tally> {
  const began = Date.now();
  const child = spawn(program, args, { shell: process.platform === "win32" });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      said += data.toString();
    });
  return new Promise((resolve) => {
    const end = (tally: Tally) => {
      console.log(`\n── ${name}\n${said.trim()}`);
      resolve(ended(name, tally, began));
    };
    child.on("error", ({ message }) => {
      said += message;
      end(ONE_FAILED);
    });
    child.on("close", (status) => end(status === 0 ? ONE_PASSED : ONE_FAILED));
  });
}

/** A stage without tests of its own counts as one. */
function command(program: string, args: readonly string[]): Tally {
  return execute(program, args) ? ONE_PASSED : ONE_FAILED;
}

function vitest(args: readonly string[]): Tally {
  const file = join(reports, "vitest.json");
  const ok = execute("vitest", [
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...args,
  ]);
  const report = readReport(file) as
    | { numPassedTests?: number; numFailedTests?: number }
    | undefined;
  return settle(ok, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

function playwright(): Tally {
  const file = join(reports, "playwright.json");
  const ok = execute(
    "playwright",
    ["test", "--config", "tests/browser/playwright.config.ts", "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  const stats = (
    readReport(file) as
      | { stats?: { expected: number; unexpected: number; flaky: number } }
      | undefined
  )?.stats;
  return settle(ok, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

/** A runner that fails outside its tests, or ran none, counts as one failure, so that the sum tells the truth. */
function settle(ok: boolean, passedTests: number, failedTests: number): Tally {
  const silent = (!ok && failedTests === 0) || passedTests + failedTests === 0;
  return { passed: passedTests, failed: silent ? 1 : failedTests };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
