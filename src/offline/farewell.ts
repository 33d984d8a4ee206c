import { recordName } from "./record.ts";
import { shelfPrefix } from "./shelf.ts";
import type { WorkerScope } from "./worker-scope.ts";

/**
 * The worker of a book that is no longer to be kept: it takes the place of the one before, removes
 * all that was kept, and goes. What the reader wrote lies elsewhere.
 */
export function farewell(scope: WorkerScope): void {
  const root = scope.registration.scope;
  scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener("activate", (event) =>
    event.waitUntil(removeCopy(scope.caches, root).then(() => scope.registration.unregister())),
  );
}

/**
 * Removes all that is kept of the book at an address.
 * @param root address of the book, with a slash at its end
 */
export async function removeCopy(caches: CacheStorage, root: string): Promise<void> {
  for (const name of await caches.keys())
    if (name === recordName(root) || name.startsWith(shelfPrefix(root))) await caches.delete(name);
}
