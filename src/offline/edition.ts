/** A file of the built book. */
export interface BookFile {
  /** From the root of the book, such as `momentum/index.html`, written as in an address. */
  readonly path: string;
  /** The first digits of the SHA-256 of what is in it. */
  readonly revision: string;
  /** In bytes. */
  readonly size: number;
}

/** One build of the book, as its worker knows it. */
export interface Edition {
  /** Differs as soon as a file differs. */
  readonly id: string;
  /** What can be kept for reading offline. */
  readonly files: readonly BookFile[];
  /** Paths of what is kept in any case, so that a page that is not there can be said in the book's look. */
  readonly first: readonly string[];
}

/** The worker's own file, from the root of the book; the browser looks there for a new edition. */
export const WORKER_FILE = "offline.js";
/** The page that is shown for a page that is not kept. */
export const OFFLINE_PAGE = "offline/index.html";
/** The page that is shown where there is none. */
export const NO_PAGE = "404.html";

const DIGITS = 16;

/** The revision of what is in a file. */
export async function revisionOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...digest.subarray(0, DIGITS / 2)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** The path of the file that a host serves at an address, relative to the root of the book. */
export function fileAt(address: string): string {
  return address === "" || address.endsWith("/") ? `${address}index.html` : address;
}

/** The address at which a host serves a file: a page has that of its folder. */
export function addressOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1");
}
