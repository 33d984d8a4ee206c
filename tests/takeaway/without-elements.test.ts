import { expect, it } from "vitest";
import { withoutElements } from "#src/takeaway/without-elements.ts";

it("takes out each element that matches, with all that is in it", () => {
  const html =
    '<p>a</p><span class="x"><span>b</span><b>c</b></span>d<span>e</span><span class="x">f</span>';
  expect(withoutElements(html, /<span class="x"/)).toBe("<p>a</p>d<span>e</span>");
});

it("takes all that follows out where an element is never closed", () => {
  expect(withoutElements("a<div><div></div>b", /<div/)).toBe("a");
});
