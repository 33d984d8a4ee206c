import { readdirSync, readFileSync } from "node:fs";
import { methodCards } from "@downhill/optim";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import FamilyTree from "#components/widgets/FamilyTree.tsx";
import { placeOfYear, ROWS, spanOf, WIDTH } from "#components/widgets/family-tree/layout.ts";
import { members } from "#components/widgets/family-tree/members.ts";
import { treeFields } from "#components/widgets/family-tree/state.ts";
import {
  ancestorsOf,
  chapters,
  childrenOf,
  descendantsOf,
  neighbourOf,
} from "#components/widgets/family-tree/tree.ts";
import { memberOf, treeSummary, treeTable } from "#components/widgets/family-tree/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const ids = members.map(({ id }) => id);
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

describe("the family tree", () => {
  it("has every member once, after all that it was made from", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(members.map(({ name }) => name)).size).toBe(ids.length);
    members.forEach(({ from }, at) => {
      for (const { parent } of from) expect(ids.slice(0, at)).toContain(parent);
    });
  });

  it("lets no member be older than its parent", () => {
    for (const { year, from } of members)
      for (const { parent } of from) expect(memberOf(parent).year).toBeLessThanOrEqual(year);
  });

  it("dates preprints by their number, and names the year of print where that is another", () => {
    const dated = members.filter(({ arxiv }) => arxiv !== undefined);
    expect(dated.length).toBeGreaterThan(18);
    for (const { arxiv = "", year, work } of dated) {
      expect(arxiv).toMatch(/^\d{4}\.\d{4,5}$/);
      expect(2000 + Number(arxiv.slice(0, 2))).toBe(year);
      const print = /in print (\d{4})/.exec(work)?.[1];
      if (print !== undefined) expect(Number(print)).toBeGreaterThan(year);
    }
  });

  it("agrees with the list of works where that has the same preprint", () => {
    const works = Object.values(
      parse(read("content/references.yml")) as Record<string, { year: number; url?: string }>,
    );
    const pairs = members.flatMap((member) => {
      const work = works.find(
        ({ url }) => member.arxiv !== undefined && url?.endsWith(member.arxiv),
      );
      return work === undefined ? [] : [{ member, work }];
    });
    expect(pairs.length).toBeGreaterThan(3);
    for (const { member, work } of pairs) {
      const print = /in print (\d{4})/.exec(member.work)?.[1] ?? member.year;
      expect([member.year, Number(print)]).toContain(work.year);
    }
  });

  it("knows the chapters by their numbers and short titles", () => {
    const parts = parse(read("content/contents.yml")) as {
      chapters: { number: number; id: string; short: string }[];
    }[];
    const listed = new Map(
      parts.flatMap((part) => part.chapters.map(({ id, number, short }) => [id, [number, short]])),
    );
    for (const [id, words] of Object.entries(chapters)) expect(listed.get(id)).toEqual([...words]);
  });

  it("links to pages of the reference that there are", () => {
    const known = new Set(methodCards.map(({ id }) => id));
    for (const { method } of members) if (method !== undefined) expect(known).toContain(method);
    expect(readdirSync(new URL("../../../src/pages/reference", import.meta.url))).toContain(
      "[method].astro",
    );
  });

  it("finds what a member was made from, and what came of it", () => {
    expect([...ancestorsOf("adam", members)].toSorted()).toEqual(
      [
        "adagrad",
        "back-propagation",
        "descent",
        "heavy-ball",
        "rmsprop",
        "rprop",
        "sgd",
      ].toSorted(),
    );
    expect(descendantsOf("adamw", members)).toEqual(new Set(["lamb"]));
    expect(ancestorsOf("descent", members).size).toBe(0);
    expect(descendantsOf("descent", members).size).toBeGreaterThan(30);
  });

  it("has members of the last fifteen years most of which descend from gradient descent", () => {
    const young = members.filter(({ year }) => year >= 2010);
    const descend = young.filter(({ id }) => ancestorsOf(id, members).has("descent"));
    expect(descend.length / young.length).toBeGreaterThan(0.85);
  });

  it("is walked by arrow keys", () => {
    expect(neighbourOf("adam", "ArrowLeft", members)).toBe("rmsprop");
    expect(neighbourOf("adam", "ArrowRight", members)).toBe("adamax");
    expect(neighbourOf("adam", "ArrowDown", members)).toBe("radam");
    expect(neighbourOf("adam", "ArrowUp", members)).toBe("adabelief");
    expect(neighbourOf("descent", "ArrowLeft", members)).toBeUndefined();
    expect(neighbourOf("adam", "Enter", members)).toBeUndefined();
    const reached = new Set<string>();
    for (let id: string | undefined = neighbourOf("adam", "Home", members); ; ) {
      const top: string | undefined = id && neighbourOf(id, "ArrowUp", members);
      if (top === undefined) {
        for (; id !== undefined; id = neighbourOf(id, "ArrowDown", members)) reached.add(id);
        break;
      }
      id = top;
    }
    expect(reached.size).toBe(members.length);
  });
});

describe("its drawing", () => {
  it("has room for every name", () => {
    for (let row = 0; row < ROWS; row++) {
      const spans = members
        .filter((member) => member.row === row)
        .map((member) => ({ name: member.name, span: spanOf(member) }))
        .toSorted((a, b) => a.span[0] - b.span[0]);
      expect(spans.length).toBeGreaterThan(0);
      spans.forEach(({ name, span }, i) => {
        const next = spans[i + 1];
        const end = next === undefined ? WIDTH : next.span[0];
        expect(`${name} ${span[0] >= 0 && span[1] <= end}`).toBe(`${name} true`);
      });
    }
  });

  it("draws time from left to right", () => {
    for (let year = 1691; year <= 2025; year++)
      expect(placeOfYear(year)).toBeGreaterThan(placeOfYear(year - 1));
  });
});

describe("FamilyTree on the server", () => {
  const html = renderToString(<FamilyTree />);

  it("shows every member as a button, one of them in the order of the Tab key", () => {
    for (const { id } of members) expect(html).toContain(`data-member="${id}"`);
    expect(html.match(/data-member="[^"]*"[^>]*tabindex="0"/gi)).toHaveLength(1);
  });

  it("has the tree as a list, with a link to its chapter at each member", () => {
    const [list = ""] = /<details class="family-list">[\s\S]*?<\/details>/.exec(html) ?? [];
    for (const { name, chapter } of members) {
      expect(list).toContain(`<b>${name}</b>`);
      expect(list).toContain(`href="/${chapter}/"`);
    }
  });

  it("says what it shows", () => {
    expect(treeSummary(initialState(treeFields))).toBe(
      `Adam (2014) builds on 7 others, and ${descendantsOf("adam", members).size} members of the tree on it. All ${members.length} members are drawn.`,
    );
    expect(treeSummary({ of: "descent", until: 1960 })).toContain("those made public by 1960");
    expect(treeTable().rows).toHaveLength(members.length);
    expect(childrenOf("adam", members).length).toBeGreaterThan(6);
    expect(html).not.toMatch(/NaN|undefined/);
  });
});
