import { expect, it } from "vitest";
import { editionsIn } from "#src/language/editions.ts";

it("names the editions beside each other, with their paths", () => {
  expect(editionsIn("en=/ de=/de/  pt-BR=/books/pt/")).toEqual([
    { language: "en", base: "/" },
    { language: "de", base: "/de/" },
    { language: "pt-BR", base: "/books/pt/" },
  ]);
  expect(editionsIn(undefined)).toEqual([]);
});

it("refuses what is no edition", () => {
  expect(() => editionsIn("en=/ de")).toThrow(
    "DOWNHILL_EDITIONS: “de” is no edition. Write a language and its path, such as de=/de/.",
  );
  expect(() => editionsIn("de=/de")).toThrow("“de=/de” is no edition");
});
