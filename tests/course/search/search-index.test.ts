import { describe, expect, it } from "vitest";
import type { Entry } from "#src/course/search/entry.ts";
import { makeIndex } from "#src/course/search/search-index.ts";

const entry = (title: string, text: string, more: Partial<Entry> = {}): Entry => ({
  kind: "section",
  title,
  where: "6 Momentum",
  at: `momentum/#${title}`,
  names: "",
  text,
  ...more,
});
const titles = async (entries: readonly Entry[], query: string) => {
  const index = makeIndex();
  await index.add(entries);
  return index.find(query).map((hit) => hit.entry.title);
};

describe("the index", () => {
  it("puts what is called so before what speaks of it", async () => {
    const entries = [entry("Other", "damping, damping and damping"), entry("Damping", "A word.")];
    expect(await titles(entries, "damping")).toEqual(["Damping", "Other"]);
  });

  it("asks for all words, and for some only where nothing has all", async () => {
    const entries = [entry("A", "a narrow ravine"), entry("B", "a ravine of steep walls")];
    expect(await titles(entries, "steep ravine")).toEqual(["B"]);
    expect(await titles(entries, "narrow saddle")).toEqual(["A"]);
  });

  it("finds by the beginning of a word, and in spite of a slip", async () => {
    const entries = [entry("A", "Nesterov looks ahead.")];
    for (const query of ["neste", "nestorov", "nesterv", "looking"])
      expect([query, await titles(entries, query)]).toEqual([query, ["A"]]);
    expect(await titles(entries, "newton")).toEqual([]);
  });

  it("takes no other number for a slip", async () => {
    expect(await titles([entry("A", "β₁ alone")], "β₂")).toEqual([]);
  });

  it("puts the very phrase before its words", async () => {
    const entries = [
      entry("A", "the rate of learning, and the learning of a rate"),
      entry("B", "words that come before a learning rate of some size, and words after it"),
    ];
    expect((await titles(entries, "learning rate"))[0]).toBe("B");
  });

  it("finds a name in code by its words, and words by the name", async () => {
    const entries = [entry("strongWolfe", ""), entry("B", "the strong Wolfe conditions")];
    expect(await titles(entries, "strong wolfe")).toEqual(["strongWolfe", "B"]);
    expect(await titles(entries, "strongWolfe")).toEqual(["strongWolfe", "B"]);
  });

  it("grows, and names what is to be marked", async () => {
    const index = makeIndex();
    await index.add([entry("A", "friction")]);
    await index.add([entry("B", "frictions and fractions")]);
    const hits = index.find("friction");
    expect(hits.map((hit) => hit.entry.title).sort()).toEqual(["A", "B"]);
    const terms = hits.find((hit) => hit.entry.title === "B")?.terms;
    expect(terms).toContain("frictions");
    expect(terms).not.toContain("fraction");
  });

  it("finds nothing by words that say nothing", async () => {
    expect(await titles([entry("A", "the the the")], "the")).toEqual([]);
    expect(await titles([entry("A", "x")], "  ")).toEqual([]);
  });
});
