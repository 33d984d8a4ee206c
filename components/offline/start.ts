import { make } from "#components/shell/make.ts";
import { sitePath } from "#src/course/site-path.ts";
import { readChoice, takesAll } from "./choice.ts";
import { keep, openCopy } from "./copy.ts";

/** An edition may appear while a page stays open for days. */
const LOOK_AGAIN = 3_600_000;

/** Has the book kept for reading offline, and tells of new editions. */
export async function start(): Promise<void> {
  if (readChoice() === "none") return;
  const wasServed = navigator.serviceWorker.controller !== null;
  // A browser may deny the worker, as it does in private windows; the book then needs the network.
  const registration = await openCopy().catch(() => undefined);
  if (!registration) return;
  keep(registration, takesAll());
  offerToInstall();
  tellOfEditions(registration, wasServed);
}

function tellOfEditions(registration: ServiceWorkerRegistration, wasServed: boolean): void {
  const tell = () =>
    import("./announce.ts").then(
      ({ announce }) => announce(registration),
      () => {},
    );
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener("statechange", () => worker.state === "installed" && tell());
  // What no worker has served came from the host, and is of the newest edition.
  if (registration.waiting && wasServed) void tell();
  watch(registration.installing);
  registration.addEventListener("updatefound", () => {
    // The first edition is no news.
    if (registration.active) watch(registration.installing);
  });
  // The reader took the new edition in another tab; this page is still of the one before.
  let served = wasServed || navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (served) void tell();
    served = true;
  });
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - looked < LOOK_AGAIN) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

/** From here on the browser may offer to install the book; not in the page's head, which is for reading. */
function offerToInstall(): void {
  document.head.append(make("link", { rel: "manifest", href: sitePath("book.webmanifest") }));
}
