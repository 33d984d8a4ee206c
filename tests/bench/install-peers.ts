import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder with what is compared with: a package of its own, so that the book never installs it. */
export const peersFolder = fileURLToPath(new URL("peers/", import.meta.url));

/** Installs the libraries to compare with, unless every one of them is there. */
export function installPeers(): void {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(`${peersFolder}package.json`, "utf8"),
  );
  if (Object.keys(dependencies).every(hasPeer)) return;
  console.log("Installing the libraries to compare with, in tests/bench/peers …");
  execFileSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"],
    { cwd: peersFolder, stdio: "inherit" },
  );
}

/** Whether a library to compare with is installed. */
export function hasPeer(name: string): boolean {
  return existsSync(`${peersFolder}node_modules/${name}/package.json`);
}
