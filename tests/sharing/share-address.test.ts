import { expect, test } from "vitest";
import {
  embedText,
  readFragment,
  shareAddress,
  writeFragment,
} from "#src/sharing/share-address.ts";

test("a fragment holds a place, somebody's work, both or neither", () => {
  for (const [hash, fragment] of [
    ["", { place: "" }],
    ["#fig-race", { place: "fig-race" }],
    ["#share=q1Yq", { place: "", packed: "q1Yq" }],
    ["#fig-race&share=q1Yq", { place: "fig-race", packed: "q1Yq" }],
  ] as const) {
    expect(readFragment(hash)).toEqual(fragment);
    expect(writeFragment(fragment)).toBe(hash);
  }
  expect(readFragment("#share=q1Yq&fig-race")).toEqual({ place: "fig-race", packed: "q1Yq" });
  expect(readFragment("#share=")).toEqual({ place: "", packed: "" });
});

test("the states of widgets stay in the address, the place is that of the fragment", () => {
  const page = "https://book.example/momentum/?race=eta:0.04,beta:0.9#old";
  expect(shareAddress(page, { place: "cell-step", packed: "abc" })).toBe(
    "https://book.example/momentum/?race=eta:0.04,beta:0.9#cell-step&share=abc",
  );
  expect(shareAddress(page, { place: "" })).toBe(
    "https://book.example/momentum/?race=eta:0.04,beta:0.9",
  );
});

test("an embed names what it shows, once", () => {
  const page = "https://book.example/momentum/?embed=old&race=eta:0.04";
  expect(shareAddress(page, { place: "", packed: "abc" }, "cell-step")).toBe(
    "https://book.example/momentum/?embed=cell-step&race=eta:0.04#share=abc",
  );
  expect(shareAddress(page, { place: "" })).toBe("https://book.example/momentum/?race=eta:0.04");
});

test("the text to embed holds no markup but its own", () => {
  expect(embedText('https://x.example/?a=1&b="', '<b>"Rates"', 320.2)).toBe(
    '<iframe src="https://x.example/?a=1&amp;b=&quot;" title="&lt;b>&quot;Rates&quot;" width="100%" height="321" style="border: 0" loading="lazy"></iframe>',
  );
});
