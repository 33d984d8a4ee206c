import { describe, expect, it } from "vitest";
import { destinationOf } from "#src/lms/destination.ts";

const ROOT = "https://lms.example/course/41/a%20folder/";
const pages = ["momentum/index.html"];
const to = (href: string, book?: string) =>
  destinationOf(href, ROOT, { pages, ...(book && { book }) });

describe("a link of a package", () => {
  it.each(["momentum/", "momentum/index.html"])("to %s stays in it, by the file", (path) => {
    expect(to(`${ROOT}${path}?x=1#eq-3`)).toEqual({
      kind: "package",
      address: `${ROOT}momentum/index.html?x=1#eq-3`,
    });
  });

  it("to another page leads to the published book", () => {
    const book = "https://example.org/book/";
    expect(to(`${ROOT}adam/#top`, book)).toEqual({ kind: "book", address: `${book}adam/#top` });
    expect(to(ROOT, book)).toEqual({ kind: "book", address: book });
  });

  it("to another page has no address when nobody has said where the book is", () => {
    expect(to(`${ROOT}adam/`)).toEqual({ kind: "book" });
    expect(to(`${ROOT}elsewhere.html`)).toEqual({ kind: "book" });
  });

  it("out of the folder is another site's", () => {
    expect(to("https://lms.example/course/41/")).toEqual({ kind: "other" });
    expect(to("https://doi.org/10.1")).toEqual({ kind: "other" });
  });
});
