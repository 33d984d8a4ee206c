import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { LARGEST_UNPACKED, LONGEST_PACKED, pack, unpack } from "#src/sharing/packed.ts";

const asLink = (content: string | Uint8Array) => deflateRawSync(content).toString("base64url");
const damaged =
  "This link is damaged: it was cut off or changed on its way. Ask for it once more, and copy all of it.";

test("what is packed comes out again, in any script", async () => {
  for (const data of [0, "", null, [1, "β ← 0,9 · 学"], { a: { b: ["\n\t\"'</script>"] } }]) {
    const text = await pack(data);
    expect(text).toMatch(/^[\w-]+$/);
    expect(await unpack(text)).toEqual({ data });
  }
});

test("it is what any other program makes with deflate and base64url", async () => {
  expect(await unpack(asLink('{"v":1}'))).toEqual({ data: { v: 1 } });
});

test("a text that is cut, changed, empty or not base64 is called damaged", async () => {
  const whole = await pack({ text: "const beta = 0.9;", more: [1, 2, 3] });
  for (const text of ["", "a", "?", "%00", "äöü", "A===", whole.slice(1)])
    expect(await unpack(text), text).toEqual({ problem: damaged });
  for (let end = 0; end < whole.length; end++)
    expect(await unpack(whole.slice(0, end))).toEqual({ problem: damaged });
});

test("a text that holds no JSON, or no text at all, is called damaged", async () => {
  for (const content of ["", "{", "undefined", Uint8Array.of(34, 255, 254, 34)])
    expect(await unpack(asLink(content))).toEqual({ problem: damaged });
});

test("a text of a megabyte is not looked into", async () => {
  expect(await unpack("A".repeat(1_000_000))).toEqual({
    problem:
      "This link is 1,000,000 characters long, and at most 100,000 are read. Ask for what it carries as a file.",
  });
});

test("a bomb is given up as soon as it passes the limit", async () => {
  const bomb = asLink(new Uint8Array(60_000_000).fill(32));
  expect(bomb.length).toBeLessThan(LONGEST_PACKED);
  expect(await unpack(bomb)).toEqual({
    problem:
      "This link would unpack to more than 1,000,000 bytes, so it was not opened. Ask for what it carries as a file.",
  });
  const most = JSON.stringify("x".repeat(LARGEST_UNPACKED - 2));
  expect(await unpack(asLink(most))).toHaveProperty("data");
});
