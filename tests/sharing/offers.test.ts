import { expect, test } from "vitest";
import { offersOf } from "#src/sharing/offers.ts";
import { sharedEdit } from "#src/sharing/shared-page.ts";

const original = Array.from({ length: 12 }, (_, i) => `const line${i} = ${i};`).join("\n");
const text = original.replace("= 5", "= 50");
const cell = { id: "step", title: "One step", original, source: original };
const edit = sharedEdit(original, text);
const settings = [{ label: "rate", value: 0.4 }];

test("a changed text and changed settings can be put into the page", () => {
  expect(offersOf([{ id: "step", edit, settings: [] }], [cell])).toEqual([
    { kind: "put", cell, text, settings: [] },
  ]);
  expect(offersOf([{ id: "step", settings }], [cell])).toEqual([{ kind: "put", cell, settings }]);
});

test("changes are those to the author's text, whatever the reader has made of it", () => {
  const own = { ...cell, source: "mine" };
  expect(offersOf([{ id: "step", edit, settings: [] }], [own])).toMatchObject([
    { kind: "put", text },
  ]);
});

test("what stands in the page already is not offered", () => {
  const same = { ...cell, source: text };
  expect(offersOf([{ id: "step", edit, settings: [] }], [same])).toEqual([
    { kind: "there", cell: same },
  ]);
  expect(offersOf([{ id: "step", edit, settings }], [same])).toEqual([
    { kind: "put", cell: same, settings },
  ]);
  expect(offersOf([{ id: "step", settings: [null] }], [cell])).toEqual([{ kind: "there", cell }]);
});

test("of a cell that is no more, or whose lines the author has changed, the new lines can be read", () => {
  expect(offersOf([{ id: "step", edit, settings: [] }], [])).toEqual([
    { kind: "gone", id: "step", text: "const line5 = 50;" },
  ]);
  const newer = { ...cell, original: original.replace("line5", "fifth") };
  expect(offersOf([{ id: "step", edit, settings: [] }], [newer])).toEqual([
    { kind: "outdated", cell: newer, text: "const line5 = 50;" },
  ]);
  const two = sharedEdit(original, text.replace("= 11", "= 110"));
  expect(offersOf([{ id: "step", edit: two, settings: [] }], [])).toMatchObject([
    { text: "const line5 = 50;\n…\nconst line11 = 110;" },
  ]);
});
