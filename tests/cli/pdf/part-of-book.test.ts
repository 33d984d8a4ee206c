import { describe, expect, it } from "vitest";
import { partOfBook } from "../../../src/cli/pdf/part-of-book.ts";
import { pageOf } from "./pages.ts";

const scope = {
  root: "https://example.org/book/",
  paths: new Set(["momentum/", "adam/", "glossary/"]),
};
const plain = { hints: false, solutions: false, codes: false };
const part = (main: string, choice = plain) => partOfBook(pageOf("momentum/", main), scope, choice);

describe("a page as a part of the book", () => {
  it("makes every id its own, and what names it", () => {
    const html = part(
      `<p id="one" aria-labelledby="one two"></p><label for="two"></label><svg><g clip-path="url(#c)"></g><use href="#c"/></svg>`,
    );
    expect(html).toContain('id="momentum--one"');
    expect(html).toContain('aria-labelledby="momentum--one momentum--two"');
    expect(html).toContain('for="momentum--two"');
    expect(html).toContain('clip-path="url(#momentum--c)"');
    expect(html).toContain('href="#momentum--c"');
  });

  it("leads within the page without a page number, and to another chapter with one", () => {
    expect(part(`<a href="#eq-1">(6.1)</a>`)).toBe('<a href="#momentum--eq-1">(6.1)</a>');
    expect(part(`<a href="/book/adam/#step">Adam</a>`)).toBe(
      '<a data-page-of="adam--step" href="#adam--step">Adam</a>',
    );
    expect(part(`<a href="/book/adam/">Adam</a>`)).toBe(
      '<a data-page-of="adam" href="#adam">Adam</a>',
    );
  });

  it("names every place in plain letters, as a PDF needs it", () => {
    expect(part(`<h2 id="readings-of-β"></h2><a href="#readings-of-%CE%B2">β</a>`)).toBe(
      '<h2 id="momentum--readings-of-_3b2"></h2><a href="#momentum--readings-of-_3b2">β</a>',
    );
  });

  it("leads to a term without a page number: the glossary has an alphabet", () => {
    expect(part(`<a class="term" href="/book/glossary/#loss">loss</a>`)).toBe(
      '<a class="term" href="#glossary--loss">loss</a>',
    );
  });

  it("leads from a chapter's list to that of the book, which is its bibliography on paper", () => {
    expect(
      part(`<ul class="reading"><li><a href="/book/bibliography/#P">Polyak</a></li></ul>`),
    ).toBe('<ul class="reading"><li><a href="#reading--ref-P">Polyak</a></li></ul>');
  });

  it("leads to what is not in the book where it is published", () => {
    expect(part(`<a href="/book/reference/adam/#x">all</a>`)).toContain(
      'href="https://example.org/book/reference/adam/#x"',
    );
    expect(part(`<a href="/book/adam/?race=b">set so</a>`)).toContain(
      'href="https://example.org/book/adam/?race=b"',
    );
    expect(part(`<a href="https://arxiv.org/abs/1">paper</a>`)).toContain(
      'href="https://arxiv.org/abs/1"',
    );
  });

  it("has hints and solutions only where they were asked for", () => {
    const exercise = `<details data-hint><p>look</p></details><details data-part="solution"><p>42</p></details>`;
    expect(part(exercise)).toBe("");
    expect(part(exercise, { ...plain, hints: true })).toMatch(/look/);
    expect(part(exercise, { ...plain, solutions: true })).toMatch(/42/);
    expect(part(exercise, { ...plain, solutions: true })).not.toMatch(/look/);
  });

  it("leaves out what only a screen can use", () => {
    const html = part(
      `<script>1</script><button>Run</button><div class="plot-version" data-version="1" data-of="2">small</div><div class="plot-version" data-version="2" data-of="2">wide</div><div class="plot-version" data-version="1" data-of="1">only</div>`,
    );
    expect(html).toContain("wide");
    expect(html).toContain("only");
    expect(html).not.toMatch(/Run|small|script/);
  });

  it("says below a form what its boxes can be filled from", () => {
    const html = part(
      `<downhill-exercise><form><select><option>choose …</option><option>creeps</option><option>rings</option></select></form></downhill-exercise>`,
    );
    expect(html).toContain("To choose from: creeps; rings.");
  });

  it("gives each figure with an id a code that leads to it online", () => {
    const figures = `<figure id="ravine"><p class="widget-title">A ravine</p></figure><figure>no id</figure>`;
    const html = part(figures, { ...plain, codes: true });
    expect(html.match(/class="link-code"/g)).toHaveLength(1);
    expect(html).toContain('href="https://example.org/book/momentum/#ravine"');
    expect(html).toContain('aria-label="A ravine, online"');
    expect(part(figures)).not.toContain("link-code");
  });
});
