import { describe, expect, it } from "vitest";
import { callsIn } from "#src/language/calls.ts";
import { dictionaryOf } from "#src/language/dictionary.ts";
import { keyOf, type Translated, translate } from "#src/language/translate.ts";

const IMPORT = 'import { say } from "#src/language/say.ts";\n';
const german: Readonly<Record<string, Translated>> = {
  "Run all": "Alles ausführen",
  "Run {title}": "„{title}“ ausführen",
  "{count} files": { one: "{count} Datei", other: "{count} Dateien" },
};
const inGerman = (source: string) =>
  translate(IMPORT + source, "a.ts", (english) => german[keyOf(english)]).slice(IMPORT.length);

describe("a source in the language of an edition", () => {
  it("has a text without values in its place, and no call", () => {
    expect(inGerman('button(say("Run all"))')).toBe('button("Alles ausführen")');
    expect(inGerman("<a title={say(`Run all`)}>")).toBe('<a title={"Alles ausführen"}>');
    expect(inGerman('say(\n  "Run all",\n)')).toBe('"Alles ausführen"');
  });

  it("keeps the values of a text, and the number and the forms of one with a number", () => {
    expect(inGerman('say("Run {title}", { title })')).toBe('say("„{title}“ ausführen", { title })');
    expect(inGerman('sayParts<string, Node>("Run {title}", { title })')).toBe(
      'sayParts<string, Node>("„{title}“ ausführen", { title })',
    );
    expect(inGerman('line.append(...sayParts("Run {title}", { title }))')).toBe(
      'line.append(...sayParts("„{title}“ ausführen", { title }))',
    );
    expect(inGerman('sayCount({ one: "{count} file", other: "{count} files" }, of(x))')).toBe(
      'sayCount({"one":"{count} Datei","other":"{count} Dateien"}, of(x))',
    );
  });

  it("stays English where there is no translation", () => {
    expect(inGerman('say("Stop")')).toBe('"Stop"');
    expect(inGerman('say("It\\u00a0is \\"so\\"")')).toBe('"It\u00a0is \\"so\\""');
    expect(inGerman('say("a\\xA0b\\u{2212}c\\n")')).toBe('"a\u00a0b\u2212c\\n"');
  });

  it("leaves other functions of the name alone, and files that do not import it", () => {
    expect(inGerman('pipe.say("Run all"); this.#say("Run all")')).toBe(
      'pipe.say("Run all"); this.#say("Run all")',
    );
    expect(translate('say("Run all")', "a.ts", () => "?")).toBe('say("Run all")');
  });

  it("is refused where a message is no literal, with the place", () => {
    expect(() => callsIn(`${IMPORT}\nsay(words)`, "a.ts")).toThrow(
      "a.ts:3: say(…) has no literal text. Write the message itself there, with {name} for what changes.",
    );
    const template = "say(`Run $" + "{title}`)";
    expect(() => callsIn(`${IMPORT}say("a" + rest)`, "a.ts")).toThrow("has no literal text");
    expect(() => callsIn(IMPORT + template, "a.ts")).toThrow("has no literal text");
  });

  it("is refused in a language that has no file", () => {
    expect(() => dictionaryOf("xx")).toThrow("there is no content/language/xx.yml");
  });
});
