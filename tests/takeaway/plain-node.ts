import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TakenFile } from "#src/takeaway/take-away.ts";
import { installPacked } from "../optim/packed-package.ts";

const modules = resolve(import.meta.dirname, "../../node_modules");

let bare: string | undefined;

/** A project that has the packed package and nothing else; made once. */
const project = () => (bare ??= installPacked().folder);

/** What a file did that was run. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
  /** The folder that it ran in, which is new. */
  readonly folder: string;
}

/**
 * Runs a file under plain Node, as a reader would who has installed the package.
 * @param plot whether Plot and linkedom are installed too
 */
export function runUnderNode({ name, text }: TakenFile, plot = false): Ran {
  const folder = mkdtempSync(join(project(), "run-"));
  if (plot) {
    mkdirSync(join(folder, "node_modules/@observablehq"), { recursive: true });
    symlinkSync(
      join(modules, "@observablehq/plot"),
      join(folder, "node_modules/@observablehq/plot"),
    );
    symlinkSync(join(modules, "linkedom"), join(folder, "node_modules/linkedom"));
  }
  writeFileSync(join(folder, name), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [name], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1" },
  });
  return { status, out: stdout, errors: stderr, folder };
}
