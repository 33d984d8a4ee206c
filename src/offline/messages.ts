/** What a page asks of the worker. */
export type Asked =
  /** To keep what the page has loaded, by the addresses, and the rest of the book if `all`. */
  | { readonly kind: "keep"; readonly visited: readonly string[]; readonly all: boolean }
  /** To say how much is kept; answered with a `Standing` through the port that comes along. */
  | { readonly kind: "standing" }
  /** To serve pages from now on, though pages of the edition before are still open. */
  | { readonly kind: "take over" };

/** How much is kept of the edition that is served. */
export interface Standing {
  readonly files: number;
  readonly bytes: number;
  readonly ofFiles: number;
  readonly ofBytes: number;
  /** Editions before of which something is kept, for pages that are still open. */
  readonly earlier: number;
  /** Whether more is being fetched now. */
  readonly busy: boolean;
  /** Why the last fetching ended too soon, in words. */
  readonly problem?: string;
}
