import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { offlineCopy } from "#src/offline/integration.ts";
import { fakeHost } from "./fake-host.ts";

const FILES = {
  "404.html": "no page",
  "offline/index.html": '<link rel="stylesheet" href="/book/_astro/book.css">',
  "index.html": "contents",
  "_astro/book.css": "p{}",
  "_astro/old.woff": "a font in an older format",
  "_astro/script.js.map": "a source map",
  "feed.xml": "for feed readers",
  "data/b%20c.json": "1",
};

/** What the integration makes of a small built book. */
async function builtWith(wanted: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), "downhill-offline-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { hooks } = offlineCopy(wanted);
  const defined: unknown[] = [];
  const setup = hooks["astro:config:setup"] as unknown as (options: object) => void;
  setup({ command: "build", updateConfig: (change: unknown) => defined.push(change) });
  const done = hooks["astro:build:done"] as unknown as (options: object) => Promise<void>;
  const said: string[] = [];
  const logger = { info: (line: string) => said.push(line) };
  await done({ dir: pathToFileURL(`${folder}/`), logger });
  return { script: readFileSync(join(folder, "offline.js"), "utf8"), defined, said };
}

/** The events that a script listens to, when it is a worker. */
function eventsOf(script: string): readonly string[] {
  const events: string[] = [];
  const self = { ...fakeHost().scope, addEventListener: (kind: string) => events.push(kind) };
  new Function("self", script)(self);
  return events;
}

describe("the build", () => {
  it("writes a worker with the list of what a reader can come to", async () => {
    const { script, said, defined } = await builtWith(undefined);
    const { files, first } = JSON.parse(/^const EDITION = (.*);$/m.exec(script)?.[1] ?? "");
    expect(files.map(({ path }: { path: string }) => path)).toEqual([
      "404.html",
      "_astro/book.css",
      "data/b%2520c.json",
      "index.html",
      "offline/index.html",
    ]);
    expect(files[3]).toEqual({ path: "index.html", revision: "d1b2a59fbea7e200", size: 8 });
    expect(first).toEqual(["offline/index.html", "404.html", "_astro/book.css"]);
    expect(said).toEqual(["5 files, 0.0 MB, can be kept"]);
    expect(defined).toEqual([{ vite: { define: { "import.meta.env.KEEPS_OFFLINE": "true" } } }]);
    expect(eventsOf(script)).toEqual(["install", "activate", "fetch", "message"]);
  });

  it("writes one that only goes, when nothing is to be kept any more", async () => {
    const { script, defined } = await builtWith("off");
    expect(script).not.toContain("EDITION");
    expect(eventsOf(script)).toEqual(["install", "activate"]);
    expect(defined).toEqual([{ vite: { define: { "import.meta.env.KEEPS_OFFLINE": "false" } } }]);
  });
});
