import { describe, expect, it } from "vitest";
import { hitsOf } from "#components/find/hits.ts";
import type { Entry } from "#src/course/search/entry.ts";
import { makeIndex } from "#src/course/search/search-index.ts";

async function finderOf(count: number) {
  const entries = Array.from(
    { length: count },
    (_, i): Entry => ({
      kind: "section",
      title: `Momentum ${i}`,
      where: "",
      at: `momentum/#${i}`,
      names: "",
      text: "",
    }),
  );
  const index = makeIndex();
  await index.add(entries);
  return { index, entries, whole: true };
}

describe("the hits that are shown", () => {
  it("are at most forty, and it is known whether there are others", async () => {
    const forty = hitsOf("momentum", await finderOf(40));
    expect([forty.hits.length, forty.more]).toEqual([40, false]);
    const more = hitsOf("momentum", await finderOf(41));
    expect([more.hits.length, more.more]).toEqual([40, true]);
  });

  it("are none before anything is there to be found", () => {
    expect(hitsOf("momentum", undefined)).toEqual({ hits: [], more: false });
  });
});
