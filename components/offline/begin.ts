import { whenIdle } from "#components/shell/when-idle.ts";

/** What the reader waits for comes first: the page, and the cell or figure that is tried at once. */
const PAUSE = 8000;

/**
 * Has the book kept for reading offline, some time after the page has come to rest. Not where the page
 * is part of another one or was opened by one, as in a learning platform: that keeps what it shows.
 */
export function keepForOffline(): void {
  if (!import.meta.env.KEEPS_OFFLINE || !("serviceWorker" in navigator)) return;
  if (window.parent !== window || window.opener !== null) return;
  const begin = () =>
    import("./start.ts").then(
      ({ start }) => start(),
      // Without a network and not kept yet: the next page tries again.
      () => {},
    );
  whenIdle(() => setTimeout(() => whenIdle(begin), PAUSE));
}
