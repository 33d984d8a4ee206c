import { expect, it } from "vitest";
import { placesElsewhere, previewsOf } from "#components/explain/write-previews.ts";

it("finds the places on other pages to which the main part of a page refers", () => {
  const html =
    '<header><a href="/book/map/#top">Map</a></header><main><a href="../adam/#cold-start">Figure</a> <a class="taught" href="/book/noise/#floor">Chapter 2</a> <a href="#here">here</a> <a href="/book/momentum/#here">here</a> <a class="term" href="/book/glossary/#sgd">SGD</a> <a href="https://x.org/a/#b">away</a> <a href="/other/#c">away</a></main>';
  expect(placesElsewhere(html, "momentum/", "/book/")).toEqual([
    { path: "adam/", id: "cold-start" },
    { path: "noise/", id: "floor" },
  ]);
});

it("shows of them what a card on their page would show, with links that lead back to it", () => {
  const html =
    '<html><body><ul class="reading"><li id="ref-Goh2017">Goh. <a href="#x">See</a></li></ul><p id="no">Text</p></body></html>';
  expect(previewsOf(html, "/book/adam/", new Set(["ref-Goh2017", "no", "nowhere"]))).toEqual({
    "ref-Goh2017": 'Goh. <a tabindex="-1" href="/book/adam/#x">See</a>',
  });
});
