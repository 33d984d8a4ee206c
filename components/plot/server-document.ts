/**
 * A document for drawing figures while the site is built; undefined in the browser, which has
 * its own. The condition is constant in a browser bundle, so that linkedom never enters it.
 */
export const serverDocument: Document | undefined = import.meta.env.SSR
  ? ((await import("linkedom")).parseHTML("<!doctype html><html><body></body></html>")
      .document as unknown as Document)
  : undefined;
