import { expect, it } from "vitest";
import { farewell } from "#src/offline/farewell.ts";
import { keeper } from "#src/offline/keeper.ts";
import type { WorkerScope } from "#src/offline/worker-scope.ts";
import { editionOf, fakeHost, ROOT } from "./fake-host.ts";

it("removes what was kept of this book, and nothing else, and then itself", async () => {
  const host = fakeHost();
  const edition = await editionOf("first", { "index.html": "contents" });
  host.serve(edition);
  const worker = keeper(host.scope, edition);
  await worker.install();
  await worker.activate();
  await worker.keep([], true);
  await host.caches.open("downhill-data");
  await host.caches.open("downhill-book:/other/:first");

  const listeners = new Map<string, (event: { waitUntil(work: Promise<unknown>): void }) => void>();
  const done: string[] = [];
  const scope = {
    ...host.scope,
    registration: { scope: ROOT, unregister: async () => void done.push("unregistered") },
    skipWaiting: async () => void done.push("took over"),
    addEventListener: (kind: string, listener: () => void) => listeners.set(kind, listener),
  } as unknown as WorkerScope;
  farewell(scope);
  for (const kind of ["install", "activate"]) {
    const works: Promise<unknown>[] = [];
    listeners.get(kind)?.({ waitUntil: (work) => void works.push(work) });
    await Promise.all(works);
  }
  expect(done).toEqual(["took over", "unregistered"]);
  expect(host.names().sort()).toEqual(["downhill-book:/other/:first", "downhill-data"]);
});
