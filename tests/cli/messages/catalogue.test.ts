import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMAND, catalogueOf, catalogueText, review } from "#src/cli/messages/catalogue.ts";
import { CATALOGUE, messages, translations } from "#src/cli/write-messages.ts";

const IMPORT = 'import { say } from "#src/language/say.ts";\n';

describe("the catalogue of messages", () => {
  const catalogue = messages();

  it("is as the files have them", () => {
    const kept = readFileSync(CATALOGUE, "utf8");
    expect(kept === catalogueText(catalogue), `content/language/en.yml is stale: ${COMMAND}`).toBe(
      true,
    );
  });

  it("has no apostrophe of a typewriter, in texts that no page is built with either", () => {
    const texts = [...catalogue].flatMap(([text, { one = "" }]) => [text, one]);
    expect(texts.filter((text) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
  });

  it("has no message that is a piece of another, with a space left to join it by", () => {
    expect([...catalogue].map(([text]) => text).filter((text) => text !== text.trim())).toEqual([]);
  });

  it("holds each message once, with its files", () => {
    const say = `${IMPORT}say("Run"); sayCount({ one: "a file", other: "{count} files" }, n)`;
    const found = catalogueOf([
      ["a.ts", say],
      ["b.ts", `${IMPORT}say("Run")`],
    ]);
    expect([...found]).toEqual([
      ["Run", { in: ["a.ts", "b.ts"] }],
      ["{count} files", { one: "a file", in: ["a.ts"] }],
    ]);
  });

  it("has one form for one", () => {
    const counted = (one: string) => `${IMPORT}sayCount({ one: "${one}", other: "files" }, n)`;
    expect(() =>
      catalogueOf([
        ["a.ts", counted("a file")],
        ["b.ts", counted("file")],
      ]),
    ).toThrow("b.ts: “files” has the form “file” for one here, and “a file” in a.ts.");
  });

  it.each([...translations()])("is translated into %s without a slip", (language, text) => {
    const { coverage, problems } = review(text, language, catalogue);
    console.log(`${language}: ${(100 * coverage).toFixed(1)} % of the messages`);
    expect(problems).toEqual([]);
    expect(coverage).toBeGreaterThan(0);
  });
});

describe("a translation", () => {
  const catalogue = catalogueOf([
    [
      "a.ts",
      `${IMPORT}say("Run {title}", { title }); sayCount({ one: "a file of {whom}", other: "{count} files of {whom}" }, n)`,
    ],
  ]);
  const problems = (text: string, language = "de") => review(text, language, catalogue).problems;

  it("is measured by the messages that it has", () => {
    expect(review('"Run {title}": "{title} starten"', "de", catalogue)).toEqual({
      coverage: 0.5,
      problems: [],
    });
  });

  it("has no message of its own", () => {
    expect(problems("Walk: Gehen")).toEqual([
      "“Walk” is no message. Take it out, or correct its English text.",
    ]);
  });

  it("has the placeholders of the message", () => {
    expect(problems('"Run {title}": "{titel} starten"')).toEqual([
      "“Run {title}”: {titel} is no placeholder of it.",
      "“Run {title}”: {title} is missing.",
    ]);
    expect(problems('"Run {title}": "{count} {title}"')).toEqual([
      "“Run {title}”: {count} is no placeholder of it.",
    ]);
  });

  it("may have nothing yet", () => {
    expect(problems("# to be written")).toEqual([]);
  });

  it("has a form for each plural category of its language", () => {
    const forms = (text: string) => `"{count} files of {whom}": ${text}`;
    expect(problems(forms('{ one: "{whom}s Datei", other: "{count} von {whom}" }'))).toEqual([]);
    expect(problems(forms('"{count} von {whom}"'))).toEqual([
      "“{count} files of {whom}” has no form for one, other. Write one, other.",
    ]);
    expect(problems(forms('{ one: "{whom}", other: "{whom}" }'), "pl")[0]).toBe(
      "“{count} files of {whom}” has no form for few, many. Write one, few, many, other.",
    );
    expect(problems('"Run {title}": { one: "{title}", other: "{title}" }')).toEqual([
      "“Run {title}” has no number. Write one text for it.",
    ]);
  });
});
