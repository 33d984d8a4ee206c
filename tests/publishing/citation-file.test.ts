import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { BOOK } from "#src/publishing/book.ts";
import { parseChanges } from "#src/publishing/parse-changes.ts";

const root = resolve(import.meta.dirname, "../..");
const file = parse(readFileSync(`${root}/CITATION.cff`, "utf8"));
const [edition] = parseChanges(readFileSync(`${root}/content/changes.yml`, "utf8"));

/** The rules of the Citation File Format 1.2.0 for what our file has; it may have nothing else. */
const authors = {
  type: "array",
  minItems: 1,
  items: {
    type: "object",
    required: ["name"],
    additionalProperties: false,
    properties: { name: { type: "string", minLength: 1 } },
  },
};
const text = { type: "string", minLength: 1 };
const license = { enum: ["MIT", "CC-BY-4.0"] };
const rules = {
  type: "object",
  required: ["authors", "cff-version", "message", "title"],
  additionalProperties: false,
  properties: {
    "cff-version": { const: "1.2.0" },
    message: text,
    type: { enum: ["software", "dataset"] },
    title: text,
    abstract: text,
    authors,
    version: text,
    "date-released": { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
    license,
    keywords: { type: "array", minItems: 1, uniqueItems: true, items: text },
    "preferred-citation": {
      type: "object",
      required: ["authors", "title", "type"],
      additionalProperties: false,
      properties: {
        type: { const: "book" },
        title: text,
        authors,
        edition: text,
        year: { type: "integer" },
        license,
      },
    },
  },
};

describe("CITATION.cff", () => {
  it("keeps the rules of its format", () => {
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(rules, file);
    expect(ajv.errors ?? []).toEqual([]);
  });

  it("names the newest edition of changes.yml", () => {
    expect(file).toMatchObject({
      version: edition.edition,
      "date-released": edition.date,
      "preferred-citation": {
        edition: edition.edition,
        year: Number(edition.date.slice(0, 4)),
      },
    });
  });

  it("says what the book says of itself", () => {
    const title = `${BOOK.name}: ${BOOK.subtitle}`;
    expect(file).toMatchObject({
      title,
      abstract: BOOK.description,
      authors: [{ name: BOOK.authors }],
      "preferred-citation": { title, authors: [{ name: BOOK.authors }] },
    });
  });
});
