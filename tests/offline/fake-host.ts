import {
  addressOf,
  type Edition,
  NO_PAGE,
  OFFLINE_PAGE,
  revisionOf,
} from "#src/offline/edition.ts";
import type { WorkerScope } from "#src/offline/worker-scope.ts";
import { fakeCaches } from "./fake-caches.ts";

export const ROOT = "https://example.org/book/";

/** Texts of the files of an edition, by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** An edition of these texts and of the pages that each has. */
export async function editionOf(id: string, texts: Texts): Promise<Edition & { texts: Texts }> {
  const whole = { [OFFLINE_PAGE]: "no network", [NO_PAGE]: "no page", ...texts };
  const files = await Promise.all(
    Object.entries(whole).map(async ([path, text]) => {
      const content = new TextEncoder().encode(text);
      return { path, revision: await revisionOf(content), size: content.length };
    }),
  );
  return { id, files, first: [OFFLINE_PAGE, NO_PAGE], texts: whole };
}

/** A host that serves one edition at a time, and a browser with its caches and open pages. */
export function fakeHost(room?: number) {
  const { caches, names, files } = fakeCaches(room);
  const pages = new Set<string>();
  const asked: string[] = [];
  let served: (Edition & { texts: Texts }) | undefined;
  let alter = (text: string) => text;

  const fetch = async (input: string | Request | URL) => {
    const url = input instanceof Request ? input.url : String(input);
    const address = url.slice(ROOT.length).replace(/[?#].*/, "");
    asked.push(address);
    if (!served) throw new TypeError("Failed to fetch");
    if (address === "offline.js") return new Response(`const EDITION = {"id":"${served.id}"}`);
    const found = Object.entries(served.texts).find(([path]) => addressOf(path) === address);
    return found
      ? new Response(alter(found[1]), { headers: { "content-type": "text/html" } })
      : new Response("nothing", { status: 404 });
  };

  const scope = {
    caches,
    clients: {
      claim: async () => {},
      get: async (id: string) => (pages.has(id) ? { id } : undefined),
      matchAll: async () => [...pages].map((id) => ({ id })),
    },
    registration: { scope: ROOT, unregister: async () => true },
    fetch,
    skipWaiting: async () => {},
    addEventListener: () => {},
  } as unknown as WorkerScope;

  return {
    scope,
    caches,
    names,
    files,
    pages,
    /** Addresses that were asked for since this was last called. */
    asked: () => asked.splice(0),
    serve(edition: (Edition & { texts: Texts }) | undefined) {
      served = edition;
    },
    /** Has the host, or who stands before it, change what it sends. */
    altering(change: (text: string) => string) {
      alter = change;
    },
  };
}

/** What a page asks for, or a link leads to. */
export function request(address: string, mode: RequestMode = "no-cors"): Request {
  const made = new Request(ROOT + address);
  // Outside of a browser nobody may make a request of this mode.
  return mode === "navigate" ? Object.defineProperty(made, "mode", { value: mode }) : made;
}
