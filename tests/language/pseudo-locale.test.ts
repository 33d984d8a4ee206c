import { describe, expect, it } from "vitest";
import { messages } from "#src/cli/write-messages.ts";
import { dictionaryOf } from "#src/language/dictionary.ts";
import { PSEUDO, pseudo } from "#src/language/pseudo-locale.ts";
import { translate } from "#src/language/translate.ts";

describe("the language that nobody speaks", () => {
  it("has brackets, accents and longer words, and keeps the placeholders", () => {
    expect(pseudo("Run all")).toBe("[Rûûñ ååll]");
    expect(pseudo("Only {one} of {count_of}")).toBe("[Ööñlýý {one} ööf {count_of}]");
  });

  it("leaves formulas alone", () => {
    expect(pseudo("while $\\eta\\lambda<{limit}$, no more")).toBe(
      "[whîîléé $\\eta\\lambda<{limit}$, ñöö mööréé]",
    );
  });

  it("has each form of a text with a number", () => {
    const source = `import { say } from "#src/language/say.ts";
sayCount({ one: "{count} file", other: "{count} files" }, n)`;
    expect(translate(source, "a.ts", dictionaryOf(PSEUDO))).toContain(
      'sayCount({"one":"[{count} fîîléé]","other":"[{count} fîîléés]"}, n)',
    );
  });

  it("is a third longer than English", () => {
    const english = [...messages().keys()];
    const lengthOf = (texts: readonly string[]) => texts.join("").replace(/\{\w+\}/g, "").length;
    const longer = lengthOf(english.map((text) => String(pseudo(text))));
    expect(longer / lengthOf(english)).toBeGreaterThan(4 / 3);
  });
});
