import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { build } from "vite";
import { WORKER_FILE } from "./edition.ts";
import { listEdition } from "./list-files.ts";

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
          writeFileSync(join(folder, WORKER_FILE), await bundled("farewell-worker.ts"));
          return;
        }
        const edition = await listEdition(folder);
        const script = await bundled("worker.ts");
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

/** One script that stands alone. */
async function bundled(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    envDir: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: join(import.meta.dirname, name),
        output: { format: "iife", codeSplitting: false },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const chunk = outputs.find((one) => one.type === "chunk");
  if (chunk?.type !== "chunk") throw new Error(`${name}: the bundler made no script of it.`);
  return chunk.code;
}
