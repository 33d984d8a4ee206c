import { describe, expect, it } from "vitest";
import { fileOf, quotedPaths, withAddresses, withBase } from "#src/cli/scorm/addresses.ts";

/** A site that has these, at other addresses now. */
const moved = (path: string) =>
  ["momentum/", "_astro/a.js", "data.json"].includes(fileOf(path)) ? `../${path}` : undefined;
const at = (text: string, base = "/") => withAddresses(text, base, moved);

describe("the addresses in a built file", () => {
  it.each([
    ['<a href="/momentum/#eq-1">', '<a href="../momentum/#eq-1">'],
    ["import(`/_astro/a.js`)", "import(`../_astro/a.js`)"],
    ["fetch('/data.json?x=1')", "fetch('../data.json?x=1')"],
    ['{"html":"<a href=\\"/momentum/\\">"}', '{"html":"<a href=\\"../momentum/\\">"}'],
    [
      "props='{&quot;url&quot;:[0,&quot;/data.json&quot;]}'",
      "props='{&quot;url&quot;:[0,&quot;../data.json&quot;]}'",
    ],
    ["src: url(/_astro/a.js) format('x')", "src: url(../_astro/a.js) format('x')"],
  ])("are found in %s", (before, after) => {
    expect(at(before)).toBe(after);
  });

  it("are those of the base", () => {
    expect(at('"/book/momentum/" "/momentum/"', "/book/")).toBe('"../momentum/" "/momentum/"');
  });

  it.each(["a=`/`", 'x.split("/")', '"/nothing/here"', "/momentum/", '"//cdn.example/data.json"'])(
    "are not found in %s",
    (text) => {
      expect(at(text)).toBe(text);
    },
  );

  it("in a style sheet are found after what was quoted before", () => {
    const sheet = '@font-face{font-family:"Serif";src:url(/a.woff2)format("woff2"),url(/b.woff)}';
    expect(quotedPaths(sheet)).toEqual(expect.arrayContaining(["/a.woff2", "/b.woff"]));
  });

  it("are among all that stands after a quote", () => {
    expect(quotedPaths('import"./b.js";x=["_astro/c.css"];y=`two words`')).toEqual(
      expect.arrayContaining(["./b.js", "_astro/c.css", "two"]),
    );
  });
});

describe("the base of the site in a built script", () => {
  it("is replaced where the loader and sitePath have it", () => {
    const script = "t=function(e){return`/`+e};s=e=>`/`.replace(/\\/$/,``)+e;c=`/`+x";
    expect(withBase(script, "/", "../")).toBe(
      "t=function(e){return`../`+e};s=e=>`../`.replace(/\\/$/,``)+e;c=`/`+x",
    );
    expect(withBase('return "/book/" + e', "/book/", "../")).toBe('return "../" + e');
  });
});
