import { parseHTML } from "linkedom";
import type { BuiltPage } from "../../../src/cli/pdf/built-book.ts";

/** A page as the build leaves it, with this in its main part. */
export function pageOf(path: string, main: string): BuiltPage {
  const { document } = parseHTML(
    `<!doctype html><html><head><link rel="canonical" href="https://example.org/book/${path}"></head><body><main>${main}</main></body></html>`,
  );
  return { path, document };
}
