import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { extractCells } from "#src/course/cells.ts";
import { prerender } from "#src/notebook/prerender.ts";

const folder = resolve(import.meta.dirname, "../../../content/chapters");

/**
 * What the cells of each chapter show, as last looked at and kept in `stored-outputs/`. A change of
 * the package or of a cell that changes an output fails here; `npm run outputs` keeps the new ones,
 * and their difference is read before it is committed.
 */
describe.each(readdirSync(folder))("the outputs of %s", (file) => {
  const kept = resolve(import.meta.dirname, "stored-outputs", file.replace(/\.mdx$/, ".json"));

  it("are those that were looked at", async () => {
    const stored = await prerender(extractCells(readFileSync(resolve(folder, file), "utf8")));
    const outputs = Object.fromEntries([...stored].map(([id, { outputs }]) => [id, outputs]));
    if (process.env.DOWNHILL_KEEP_OUTPUTS === undefined)
      expect(existsSync(kept), `${kept} is missing: run npm run outputs`).toBe(true);
    await expect(`${JSON.stringify(outputs, null, 1)}\n`).toMatchFileSnapshot(kept);
  }, 60_000);
});
