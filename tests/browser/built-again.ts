import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveSites } from "../bench/site-server.ts";
import { expect } from "./quiet.ts";

/** The book built once more, served below its name; takes as long as a build. */
export async function builtAgain(name: string, env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "downhill-site-"));
  const { status, stderr } = spawnSync("astro", ["build"], {
    env: {
      ...process.env,
      ...env,
      DOWNHILL_BASE: `/books/${name}/`,
      DOWNHILL_OUT: join(folder, name),
    },
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  const server = await serveSites({ books: folder }, {});
  return {
    address: `http://localhost:${server.port}/books/${name}/`,
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
