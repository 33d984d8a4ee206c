import { sitePath } from "#src/course/site-path.ts";
import { WORKER_FILE } from "#src/offline/edition.ts";
import { removeCopy } from "#src/offline/farewell.ts";
import type { Asked, Standing } from "#src/offline/messages.ts";

/** Whether this browser can keep a copy, and this build offers one. */
export const canKeep = import.meta.env.KEEPS_OFFLINE && "serviceWorker" in navigator;

/** The worker that keeps the copy, when it serves this book; it is asked for if there is none. */
export async function openCopy(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(sitePath(WORKER_FILE));
  return navigator.serviceWorker.ready;
}

/** The worker, if there is one already. */
export async function presentCopy(): Promise<ServiceWorkerRegistration | undefined> {
  return canKeep ? navigator.serviceWorker.getRegistration(sitePath()) : undefined;
}

/** Has the copy hold what this page has loaded, and the rest of the book if `all`. */
export function keep({ active }: ServiceWorkerRegistration, all: boolean): void {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  ask(active, { kind: "keep", visited: [location.href, ...loaded], all });
}

/** How much the copy holds; nothing is known where there is no worker, or it does not answer. */
export async function standingOf(
  registration: ServiceWorkerRegistration | undefined,
): Promise<Standing | undefined> {
  const worker = registration?.active;
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Standing>) => resolve(data);
    ask(worker, { kind: "standing" }, [port2]);
  });
}

/** Has a new edition serve pages from now on. */
export function takeOver({ waiting }: ServiceWorkerRegistration): void {
  ask(waiting, { kind: "take over" });
}

/**
 * Has pages come from the host until a new edition has taken over, if the host can be reached. What
 * is kept stays, and the next page that is opened goes on with it.
 */
export async function stepAside(registration: ServiceWorkerRegistration): Promise<boolean> {
  const there = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(
    () => undefined,
  );
  return there?.ok === true && registration.unregister();
}

/** Removes the copy, and the worker with it. */
export async function dropCopy(registration: ServiceWorkerRegistration | undefined): Promise<void> {
  await registration?.unregister();
  await removeCopy(caches, new URL(sitePath(), location.href).href);
}

function ask(worker: ServiceWorker | null, asked: Asked, ports: Transferable[] = []): void {
  worker?.postMessage(asked, ports);
}
