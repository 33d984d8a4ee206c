import { expect, test } from "vitest";
import { patched, patchOf } from "#src/notebook/text-patch.ts";

const original = ["a", "b", "c", "d", "e", "f", "g", "h"].join("\n");

test("the changes between any two texts make the second of the first", () => {
  const texts = [
    "",
    "a",
    "\n",
    original,
    "a\n\nb",
    "x\ny",
    original.replace("c", "C\nC2"),
    "h\ng\n",
  ];
  for (const from of texts)
    for (const to of texts) expect(patched(from, patchOf(from, to))).toBe(to);
});

test("only what differs and one line around it is told, and of the first text three letters a line", () => {
  const [hunk, ...more] = patchOf(original, original.replace("d", "D"));
  expect(more).toEqual([]);
  expect(hunk).toEqual({
    start: 3,
    lines: [
      { text: expect.stringMatching(/^[\w-]{3}$/), in: "both" },
      { text: expect.stringMatching(/^[\w-]{3}$/), in: "ours" },
      { text: "D", in: "theirs" },
      { text: expect.stringMatching(/^[\w-]{3}$/), in: "both" },
    ],
  });
});

test("changes are made in a text that has changed elsewhere", () => {
  const hunks = patchOf(original, original.replace("f", "F"));
  expect(patched(`new\n${original.replace("b\n", "")}\nend`, hunks)).toBe(
    `new\n${original.replace("b\n", "").replace("f", "F")}\nend`,
  );
});

test("changes to lines that are no more are not made elsewhere", () => {
  expect(patched(original.replace("f", "6"), patchOf(original, original.replace("f", "F")))).toBe(
    undefined,
  );
});
