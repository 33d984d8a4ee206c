import { describe, expect, it, test } from "vitest";
import { addressOf, readBuilt, readContents } from "../../../src/cli/pdf/built-book.ts";
import { contentsPages } from "../../../src/cli/pdf/front-matter.ts";
import { withPageNumbers } from "../../../src/cli/pdf/page-numbers.ts";
import { readingLists } from "../../../src/cli/pdf/reading-lists.ts";
import { pageOf } from "./pages.ts";

const ROOT = "https://example.org/book/";
const landing = pageOf(
  "",
  `<nav class="contents"><section><h3><span>I</span> Memory</h3><ol><li value="6"><a href="/book/momentum/">Momentum</a></li><li value="7"><span class="to-come">Nesterov</span></li></ol></section><section><h3><span>II</span> Rates</h3><ol><li value="10"><a href="/book/adam/">Adam &amp; more</a></li></ol></section><section><h3>To look up</h3><ul><li><a href="/book/map/">Map</a></li></ul></section></nav>`,
).document;

describe("the contents of the landing page", () => {
  it("name the address of the book, and its written chapters by parts", () => {
    expect(addressOf(landing)).toBe(ROOT);
    expect(readContents(landing, ROOT)).toEqual([
      { name: "I Memory", chapters: [{ number: "6", title: "Momentum", path: "momentum/" }] },
      { name: "II Rates", chapters: [{ number: "10", title: "Adam & more", path: "adam/" }] },
    ]);
  });

  it("can be had for a few chapters", () => {
    expect(readContents(landing, ROOT, ["adam"])).toHaveLength(1);
    expect(() => readContents(landing, ROOT, ["newton"])).toThrow(
      "pdf: there is no chapter “newton”. There are momentum, adam.",
    );
  });

  it("become lines with the numbers of pages", () => {
    const html = contentsPages(
      readContents(landing, ROOT),
      (path) => ({
        id: path.slice(0, -1),
        number: "6",
        title: "A & B",
        sections: [{ id: `${path.slice(0, -1)}--ball`, html: "A ball" }],
      }),
      [],
    );
    expect(html).toContain("A &amp; B");
    const numbered = withPageNumbers(
      html,
      new Map([
        ["momentum", 3],
        ["momentum--ball", 4],
        ["adam", 57],
        ["adam--ball", 58],
      ]),
    );
    expect([...numbered.matchAll(/data-page="(\d+)"/g)].map(([, page]) => page)).toEqual([
      "3",
      "4",
      "57",
      "58",
    ]);
  });
});

describe("page numbers", () => {
  const link = '<a data-page-of="adam--step">Adam</a>';

  it("have room before they are known, and can be written again", () => {
    const first = withPageNumbers(link);
    expect(first).toBe('<a data-page-of="adam--step" data-page="000">Adam</a>');
    expect(withPageNumbers(first, new Map([["adam--step", 9]]))).toBe(
      '<a data-page-of="adam--step" data-page="9">Adam</a>',
    );
  });

  it("are wanting where a link leads nowhere, which is said", () => {
    expect(() => withPageNumbers(link, new Map())).toThrow(
      "pdf: links in the book lead nowhere: adam--step.",
    );
  });
});

test("the reading lists name each work once, by author, with the chapters that have it", () => {
  const work = (key: string, text: string) =>
    `<li id="ref-${key}"><a href="/bibliography/#${key}">${text}</a> <span class="reading-why">Why here.</span></li>`;
  const html = readingLists([
    {
      number: "6",
      page: pageOf(
        "momentum/",
        `<ul class="reading">${work("P", "Polyak 1964")}${work("Q", "Qian 1999")}</ul>`,
      ),
    },
    { number: "10", page: pageOf("adam/", `<ul class="reading">${work("P", "Polyak 1964")}</ul>`) },
  ]);
  expect(html).toContain("2 works");
  expect(html.match(/Polyak/g)).toHaveLength(1);
  expect(html.indexOf("Polyak")).toBeLessThan(html.indexOf("Qian"));
  expect(html).toContain('href="#momentum--ref-P" data-page-of="momentum--ref-P">Chapter 6</a>, ');
  expect(html).toContain('href="#adam--ref-P"');
  expect(html).not.toContain("Why here");
  expect(html).not.toContain("bibliography");
});

test("a page that was not built is named, with what to do", () => {
  expect(() => readBuilt("no-such-folder", "momentum/")).toThrow(
    /momentum.index\.html is missing\. Build the book first/,
  );
});
