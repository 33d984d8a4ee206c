import { describe, expect, it } from "vitest";
import { withOwnStyles, withScriptsAfterSight } from "#components/shell/words-first.ts";

const page = (head: string, body: string) =>
  `<head><title>A page</title>${head}</head><body>${body}</body>`;
const script = (name: string, async = "") =>
  `<script type="module"${async} src="/book/_astro/${name}"></script>`;

describe("withScriptsAfterSight", () => {
  const html = withScriptsAfterSight(
    page(
      '<link rel="preload" as="fetch" crossorigin href="/book/cells.json"><link rel="preload" as="font" href="/book/a.woff2"><link rel="modulepreload" href="/book/_astro/shared.js">',
      script("cell.js", " async") + script("page.js"),
    ),
  );

  it("has every module wait for its word, that of the cells for no other module", () => {
    expect(html).not.toContain(" src=");
    expect(html).toContain(
      '<script type="module" async>beginModule("/book/_astro/cell.js", true)</script>',
    );
    expect(html).toContain('<script type="module">beginModule("/book/_astro/page.js")</script>');
    expect(html.indexOf("self.beginModule =")).toBeLessThan(html.indexOf("<title>"));
  });

  it("has modules and what cells need fetched early where the screen is not touched, and fonts everywhere", () => {
    const links = [...html.matchAll(/<link ([^>]*)>/g)].map(([, link]) => link);
    expect(links).toEqual([
      'rel="preload" as="fetch" media="(hover: hover)" crossorigin href="/book/cells.json"',
      'rel="preload" as="font" href="/book/a.woff2"',
      'rel="modulepreload" media="(hover: hover)" href="/book/_astro/shared.js"',
      'rel="modulepreload" media="(hover: hover)" href="/book/_astro/cell.js"',
      'rel="modulepreload" media="(hover: hover)" href="/book/_astro/page.js"',
    ]);
  });

  it("leaves a page without modules as it is", () => {
    const plain = page("", "<script>classic()</script>");
    expect(withScriptsAfterSight(plain)).toBe(plain);
  });
});

describe("withOwnStyles", () => {
  const sheet = '<link rel="stylesheet" href="/book/_astro/book.css">';
  const files: Record<string, string> = { "_astro/book.css": "p{content:'$&'}" };
  const read = (path: string) => files[path]!;

  it("has a chapter's style sheets in the chapter, from where the site is served", () => {
    const html = withOwnStyles(page(sheet, '<header class="chapter-head">'), read);
    expect(html).toContain("<style>p{content:'$&'}</style></head>");
    expect(html).not.toContain("stylesheet");
  });

  it("leaves those of other pages to be kept for all of them", () => {
    expect(withOwnStyles(page(sheet, "<p>"), read)).toBe(page(sheet, "<p>"));
  });
});
