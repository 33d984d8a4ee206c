import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../../src/optim/", import.meta.url));

/** A project that has installed the package from its tarball, and nothing else. */
export interface Consumer {
  /** The folder of the project. */
  readonly folder: string;
  /** Where the package lies in it. */
  readonly installed: string;
}

/** Packs the package as it would be published and installs the tarball into a new, empty project. */
export function installPacked(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), "downhill-consumer-"));
  alone(() => npm(["pack", "--pack-destination", folder], source));
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  npm(["install", "--offline", "--no-audit", "--no-fund", `./${tarball}`], folder);
  return { folder, installed: join(folder, "node_modules/@downhill/optim") };
}

/** Another test may be packing, and packing begins with an empty folder of what is built. */
function alone(work: () => void): void {
  const lock = fileURLToPath(new URL("../../src/optim-packing", import.meta.url));
  const turn = new Int32Array(new SharedArrayBuffer(4));
  while (!taken(lock)) Atomics.wait(turn, 0, 0, 50);
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock, also from a test that was ended while it had it. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!runs(Number(read(lock)))) rmSync(lock, { force: true });
    return false;
  }
}

function read(lock: string): string {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return String(process.pid);
  }
}

function runs(pid: number): boolean {
  // Just made, it is still empty.
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function npm(args: readonly string[], cwd: string): void {
  // What an outer npm says to the scripts it runs is not meant for this one.
  const env = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const { status, stderr } = spawnSync("npm", args, {
    cwd,
    env: Object.fromEntries(env),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed:\n${stderr}`);
}
