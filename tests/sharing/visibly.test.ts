import { expect, test } from "vitest";
import { visibly } from "#src/sharing/visibly.ts";

test("characters that turn or hide code are named, all others stay", () => {
  expect(visibly("\tconst β = 0.9; // “é” 学")).toBe("\tconst β = 0.9; // “é” 学");
  expect(visibly("a\u202Eb\u2066c\u200Bd\uFEFFe\u0000")).toBe(
    "a⟨U+202E⟩b⟨U+2066⟩c⟨U+200B⟩d⟨U+FEFF⟩e⟨U+0000⟩",
  );
});
