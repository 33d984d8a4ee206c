import { inBook } from "./addresses.ts";
import type { Edition } from "./edition.ts";
import { keeper } from "./keeper.ts";
import type { WorkerScope } from "./worker-scope.ts";

/** Written in front of this script by the build. */
declare const EDITION: Edition;

const scope = self as unknown as WorkerScope;
const book = keeper(scope, EDITION);

scope.addEventListener("install", (event) => event.waitUntil(book.install()));
scope.addEventListener("activate", (event) => event.waitUntil(book.activate()));

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, cache, headers, url } = request;
  // Who asks past the caches, or for a part of a file, is answered by the host.
  if (method !== "GET" || cache === "no-store" || cache === "only-if-cached") return;
  if (headers.has("range") || inBook(url, scope.registration.scope) === undefined) return;
  const response = book.answer(request, event.clientId);
  event.respondWith(response);
  event.waitUntil(
    response.then(
      () => book.settled(),
      () => {},
    ),
  );
});

scope.addEventListener("message", (event) => {
  const { data, ports } = event;
  if (data.kind === "keep") event.waitUntil(book.keep(data.visited, data.all));
  if (data.kind === "take over") event.waitUntil(scope.skipWaiting());
  if (data.kind === "standing")
    event.waitUntil(book.standing().then((standing) => ports[0]?.postMessage(standing)));
});
