import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cutFonts, fontNotice, fontRules, unicodeRange } from "#src/cli/fonts/cut.ts";
import { FACES } from "#src/cli/fonts/faces.ts";

const folder = new URL("../../src/styles/fonts/", import.meta.url);

describe("the cut fonts", () => {
  it.each(FACES)("$name is what `node src/cli/write-fonts.ts` writes", async (face) => {
    for (const [name, font] of await cutFonts(face))
      expect(font).toEqual(readFileSync(new URL(`${name}.woff2`, folder)));
  });

  it("have the style sheet that the command writes", async () => {
    expect(readFileSync(new URL("fonts.css", folder), "utf8")).toBe(await fontRules(FACES));
  });

  it("go with the notice that the command writes, of all their owners", async () => {
    const notice = readFileSync(new URL("../../public/fonts.txt", import.meta.url), "utf8");
    expect(notice).toBe(await fontNotice(FACES));
    for (const owner of [/Adobe/, /IBM/, /Khan Academy/, /SIL OPEN FONT LICENSE Version 1.1/])
      expect(notice).toMatch(owner);
  });

  it("say their characters as CSS does, in runs", () => {
    expect(unicodeRange([0x61, 0x62, 0x63, 0x7a, 0x2212])).toBe("U+61-63, U+7a, U+2212");
  });

  it("pass over characters that a later face has, but not over those that none has", () => {
    expect(unicodeRange([0x61, 0x63, 0x65], [0x62])).toBe("U+61-63, U+65");
  });

  it("weigh 68 KB together at the most, without what is seldom", () => {
    const sizes = FACES.map(({ name }) => readFileSync(new URL(`${name}.woff2`, folder)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(68_000);
  });
});
