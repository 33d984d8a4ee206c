import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import type { Edition } from "../../src/offline/edition.ts";
import { revisionOf } from "../../src/offline/edition.ts";

const dist = resolve(import.meta.dirname, "../../dist");
const WORKER = "offline.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** A host of the built book whose network can be cut, and that can publish another edition. */
export interface EditionServer {
  readonly root: string;
  /** Paths that were asked for. */
  readonly asked: readonly string[];
  cut(): void;
  join(): void;
  /** Never answers who asks for this path. */
  hold(path: string): void;
  /** Publishes an edition in which some files have other texts, and others are gone. */
  publish(changed: Readonly<Record<string, string>>, gone: readonly string[]): Promise<void>;
  close(): void;
}

/** The text of a built file. */
export const built = (path: string) => readFileSync(join(dist, path), "utf8");

export async function serveEditions(): Promise<EditionServer> {
  const changes = new Map<string, string | undefined>();
  const asked: string[] = [];
  const held = new Set<string>();
  let there = true;
  const server = createServer((request, response) => {
    if (!there) return void request.socket.destroy();
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = `${pathname.slice(1)}${pathname.endsWith("/") ? "index.html" : ""}`;
    asked.push(path);
    if (held.has(path)) return;
    const content = changes.has(path) ? changes.get(path) : read(path);
    if (content === undefined) return void response.writeHead(404).end();
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    response.setHeader("cache-control", "no-cache");
    response.end(content);
  });
  await new Promise<void>((ready) => server.listen(0, "localhost", ready));
  return {
    root: `http://localhost:${(server.address() as AddressInfo).port}/`,
    asked,
    cut() {
      there = false;
      server.closeAllConnections();
    },
    join() {
      there = true;
    },
    hold(path) {
      held.add(path);
    },
    async publish(changed, gone) {
      for (const [path, text] of Object.entries(changed)) changes.set(path, text);
      for (const path of gone) changes.set(path, undefined);
      changes.set(WORKER, await nextWorker(changed, gone));
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The worker of the built book, as a build with these changes would have made it. */
async function nextWorker(changed: Readonly<Record<string, string>>, gone: readonly string[]) {
  const script = built(WORKER);
  const [, list = ""] = /^const EDITION = (.*);$/m.exec(script) ?? [];
  const edition = JSON.parse(list) as Edition;
  const files = await Promise.all(
    edition.files
      .filter(({ path }) => !gone.includes(path))
      .map(async (file) => {
        const text = changed[file.path];
        if (text === undefined) return file;
        const content = new TextEncoder().encode(text);
        return { ...file, revision: await revisionOf(content), size: content.length };
      }),
  );
  return script.replace(list, () => JSON.stringify({ ...edition, id: "the-next-edition", files }));
}

function read(path: string): Buffer | undefined {
  const file = join(dist, path);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
}
