import { expect, test } from "vitest";
import { progressInWords } from "#src/notebook/progress.ts";

test.each([
  [{ done: 1, total: 4 }, 1000, "25 %, about 3 s left"],
  [{ done: 9, total: 10 }, 900, "90 %, under 1 s left"],
  [{ done: 1, total: 601 }, 1000, "0 %, about 10 min left"],
])("%o after %d ms is %s", (progress, elapsed, words) => {
  expect(progressInWords(progress, elapsed)).toBe(words);
});
