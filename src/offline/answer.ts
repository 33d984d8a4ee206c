import { inBook } from "./addresses.ts";
import { type BookFile, type Edition, fileAt, NO_PAGE, OFFLINE_PAGE } from "./edition.ts";
import type { Shelves } from "./shelf.ts";

export interface AnswerOptions {
  readonly edition: Edition;
  /** Address of the book, with a slash at its end. */
  readonly root: string;
  readonly shelves: Shelves;
  readonly fetch: typeof globalThis.fetch;
  /** The edition of the page that asks, where it is not the present one. */
  readonly editionOf: (client: string) => Promise<string | undefined>;
  /** A file of the edition has come for a page, and was not kept. */
  readonly onFetched: (file: BookFile, response: Response) => void;
}

/** Answers a request for something of the book: from what is kept, and otherwise from the network. */
export type Answer = (request: Request, client: string) => Promise<Response>;

/** How the worker of an edition answers. */
export function answering(options: AnswerOptions): Answer {
  const { edition, root, shelves, fetch, editionOf, onFetched } = options;
  const files = new Map(edition.files.map((file) => [file.path, file]));
  const own = () => shelves.existing(edition.id);

  return async (request, client) => {
    const address = inBook(request.url, root) ?? "";
    const path = fileAt(address);
    const page = request.mode === "navigate";
    // A page that is opened now is of this edition, whoever led to it.
    const before = page ? undefined : await editionOf(client);
    const kept =
      (before === undefined ? undefined : await (await shelves.existing(before))?.find(path)) ??
      (await (await own())?.find(path)) ??
      (files.has(path) ? undefined : await elsewhere(path));
    if (kept) return kept;
    try {
      const response = await fetch(request);
      const file = files.get(path);
      if (file && response.ok && !response.redirected) onFetched(file, response.clone());
      return response;
    } catch (error) {
      if (page) return instead(address, new URL(request.url).search);
      throw error;
    }
  };

  /** A file that only an edition before had; its name tells what is in it. */
  async function elsewhere(path: string): Promise<Response | undefined> {
    for (const id of await shelves.editions()) {
      const found = await (await shelves.existing(id))?.find(path);
      if (found) return found;
    }
    return undefined;
  }

  /** What is shown for a page that cannot be had. */
  async function instead(address: string, search: string): Promise<Response> {
    const there = files.has(fileAt(address));
    // As a host does with a page's address that lacks the slash.
    if (!there && files.has(fileAt(`${address}/`)))
      return Response.redirect(`${root}${address}/${search}`);
    const page = await (await own())?.find(there ? OFFLINE_PAGE : NO_PAGE);
    if (!page) return Response.error();
    return new Response(page.body, { status: there ? 503 : 404, headers: page.headers });
  }
}
