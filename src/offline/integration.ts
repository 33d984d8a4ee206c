import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { loneScript } from "../notebook/lone-script.ts";
import { WORKER_FILE } from "./edition.ts";
import { listEdition } from "./list-files.ts";

const SMALL = { minify: true, target: "es2022" } as const;

/**
 * Writes the worker that keeps the book for reading offline, with the list of all that the build has
 * made: it has to come after whatever else writes files or changes them.
 *
 * @param wanted `"off"` writes one instead that removes what earlier ones have kept; the pages then
 *   ask for none. Default: the variable DOWNHILL_OFFLINE.
 */
export function offlineCopy(wanted = process.env["DOWNHILL_OFFLINE"]): AstroIntegration {
  const off = wanted === "off";
  return {
    name: "downhill:offline",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        const keeps = command === "build" && !off;
        updateConfig({ vite: { define: { "import.meta.env.KEEPS_OFFLINE": String(keeps) } } });
      },
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        if (off) {
          writeFileSync(
            join(folder, WORKER_FILE),
            await loneScript("src/offline/farewell-worker.ts", SMALL),
          );
          return;
        }
        const edition = await listEdition(folder);
        const script = await loneScript("src/offline/worker.ts", SMALL);
        writeFileSync(join(folder, WORKER_FILE), workerScript(edition, script));
        const bytes = edition.files.reduce((sum, { size }) => sum + size, 0);
        logger.info(`${edition.files.length} files, ${(bytes / 1e6).toFixed(1)} MB, can be kept`);
      },
    },
  };
}

/** The worker of an edition: what it is to keep, and the script that keeps it. */
export function workerScript(edition: { readonly id: string }, script: string): string {
  return `const EDITION = ${JSON.stringify(edition)};\n${script}`;
}
