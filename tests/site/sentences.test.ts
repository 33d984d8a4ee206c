import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bookText } from "../book-text.ts";
import { dist } from "./pages.ts";

describe("the sentences of the book", () => {
  it("are on the site as they are read from the chapters", () => {
    expect(JSON.parse(readFileSync(join(dist, "sentences.json"), "utf8"))).toEqual(bookText);
  });
});
