import { expect, test } from "vitest";
import { carriedInWords, lengthInWords } from "#src/sharing/words.ts";

test("what a link carries is said with its number and its sender", () => {
  expect(carriedInWords(2, 0, "Ana")).toBe("This link carries changes to two cells, by Ana.");
  expect(carriedInWords(1, 0)).toBe("This link carries changes to one cell.");
  expect(carriedInWords(12, 1)).toBe(
    "This link carries changes to 12 cells and other numbers for one exercise.",
  );
  expect(carriedInWords(0, 0, "Ana")).toBe("This link carries no changes, by Ana.");
});

test("a long link is said to be long", () => {
  expect(lengthInWords(321)).toBe("321 characters");
  expect(lengthInWords(8001)).toBe(
    "8,001 characters: longer than many programs pass on whole. A file is safer.",
  );
});
