import { sitePath } from "#src/course/site-path.ts";
import { type Digits, unpackDigits } from "./packed.ts";

/** Where the browser keeps the images, for a reader who comes back without a network. */
const KEPT_IN = "downhill-data";

let loaded: Promise<Digits> | undefined;

/** The images, fetched once; a failure is not kept, so that the next press tries again. */
export function loadDigits(): Promise<Digits> {
  loaded ??= fetchDigits(sitePath("data/digits.txt")).catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** From the site, and where that cannot be reached from what was kept of an earlier visit. */
async function fetchDigits(url: string): Promise<Digits> {
  // There is no such store in a page that came by plain http from another machine.
  const kept =
    "caches" in globalThis ? await caches.open(KEPT_IN).catch(() => undefined) : undefined;
  const response = await fetch(url).catch(() => undefined);
  if (response?.ok) {
    // A copy that cannot be kept, for lack of room say, is no reason not to start.
    await kept?.put(url, response.clone()).catch(() => undefined);
    return unpackDigits(await response.text());
  }
  const copy = await kept?.match(url);
  if (copy !== undefined) return unpackDigits(await copy.text());
  throw new Error(
    response === undefined
      ? "the images could not be fetched: there is no connection to the site"
      : `the images could not be fetched: the server answered ${response.status}`,
  );
}
