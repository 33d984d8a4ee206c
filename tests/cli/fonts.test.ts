import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cutFonts, fontNotice, fontRules, unicodeRange } from "#src/cli/fonts/cut.ts";
import { FACES } from "#src/cli/fonts/faces.ts";
import { STAND_INS, standInRules } from "#src/cli/fonts/stand-ins.ts";

const folder = new URL("../../src/styles/fonts/", import.meta.url);

describe("the cut fonts", () => {
  it.each(FACES)("$name is what `npx node src/cli/write-fonts.ts` writes", async (face) => {
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

describe("the fonts that stand in for the book's", () => {
  const tokens = readFileSync(new URL("../tokens.css", folder), "utf8");

  it("have the style sheet that the command writes, and are all in use", async () => {
    const rules = readFileSync(new URL("stand-ins.css", folder), "utf8");
    expect(rules).toBe(await standInRules(STAND_INS));
    for (const { family } of STAND_INS.flatMap(({ by }) => by)) expect(tokens).toContain(family);
  });

  it("are as wide as the font that they stand in for, and their lines as high", async () => {
    const rules = await standInRules([
      {
        source: STAND_INS[0]!.source,
        by: [{ ...STAND_INS[0]!.by[0]!, source: STAND_INS[0]!.source }],
      },
    ]);
    expect(rules).toContain(
      "size-adjust: 100%; ascent-override: 103.6%; descent-override: 33.5%; line-gap-override: 0%;",
    );
  });
});
