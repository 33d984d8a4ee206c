import { describe, expect, it } from "vitest";
import { choiceOf, matches, searchOf } from "#components/sources/filter.ts";

const open = { source: "", chapter: "", words: "" };
const entry = {
  source: "post",
  chapters: ["gradients", "schedules"],
  text: "The learning rate, after Lévy",
};

describe("an entry", () => {
  it("is shown as long as nothing is chosen", () => {
    expect(matches(entry, open)).toBe(true);
    expect(matches({ ...entry, chapters: [] }, open)).toBe(true);
  });

  it("is shown for its source and for each of its chapters only", () => {
    expect(matches(entry, { ...open, source: "post" })).toBe(true);
    expect(matches(entry, { ...open, source: "page" })).toBe(false);
    expect(matches(entry, { ...open, chapter: "schedules" })).toBe(true);
    expect(matches(entry, { ...open, chapter: "adam" })).toBe(false);
    expect(matches({ ...entry, chapters: [] }, { ...open, chapter: "adam" })).toBe(false);
  });

  it("is found by words in any order, with or without capitals and accents, but needs all of them", () => {
    expect(matches(entry, { ...open, words: " Rate  learn" })).toBe(true);
    expect(matches(entry, { ...open, words: "levy" })).toBe(true);
    expect(matches(entry, { ...open, words: "rate momentum" })).toBe(false);
  });
});

describe("the address", () => {
  it("keeps a choice, and nothing when all is open", () => {
    const choice = { source: "post", chapter: "adam", words: "first step" };
    expect(searchOf(choice)).toBe("?source=post&chapter=adam&words=first+step");
    expect(choiceOf(searchOf(choice))).toEqual(choice);
    expect(searchOf({ ...open, words: "  " })).toBe("");
    expect(choiceOf("")).toEqual(open);
  });
});
