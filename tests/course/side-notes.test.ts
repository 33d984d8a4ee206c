import { expect, it } from "vitest";
import { sideNotes } from "#src/course/side-notes.ts";

it("ties each footnote to its mark, and needs no style where there is none", () => {
  expect(sideNotes("Text[^granted].\n\n[^granted]: One.\n\n```\n[^code]: none\n```\n")).toBe(
    "#user-content-fnref-granted{anchor-name:--note-granted}#user-content-fn-granted{anchor-name:--side-granted;position-anchor:--note-granted}",
  );
  expect(sideNotes("Plain.")).toBe("");
});

it("puts a note below the one before it, where their marks are close together", () => {
  expect(sideNotes("Text[^a] and[^b].\n\n[^a]: One.\n\n[^b]: Two.\n")).toContain(
    "#user-content-fn-b{anchor-name:--side-b;position-anchor:--note-b;top:max(anchor(top),calc(anchor(--side-a bottom) + 1rem))}",
  );
});
