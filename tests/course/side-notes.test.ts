import { expect, it } from "vitest";
import { sideNotes } from "#src/course/side-notes.ts";

it("ties each footnote to its mark, and needs no style where there is none", () => {
  expect(
    sideNotes("Text[^granted] and[^two].\n\n[^granted]: One.\n\n```\n[^code]: none\n```\n"),
  ).toBe(
    "#user-content-fnref-granted{anchor-name:--note-granted}#user-content-fn-granted{position-anchor:--note-granted}",
  );
  expect(sideNotes("Plain.")).toBe("");
});
