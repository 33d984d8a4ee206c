import { describe, expect, it } from "vitest";
import { uniteWork } from "#src/grading/unite-work.ts";

const cell = "downhill:cell:momentum:step";
const save = (value: unknown, version = 2) => JSON.stringify({ version, value });
const savedIn = (raw: string | undefined) => JSON.parse(raw ?? "null").value;

describe("work of a file beside the work here", () => {
  it("adds what is not here, and takes nothing away", () => {
    expect(uniteWork({ "downhill:a": "1" }, { "downhill:b": "2" }, 7)).toEqual({
      "downhill:a": "1",
      "downhill:b": "2",
    });
  });

  it("takes the text of the file, and makes the texts that were here earlier versions", () => {
    const here = { [cell]: save({ source: "mine", before: "put away" }) };
    const united = uniteWork(here, { [cell]: save({ source: "theirs" }) }, 7);
    expect(savedIn(united[cell])).toEqual({ source: "theirs" });
    expect(savedIn(united[`${cell}:versions`])).toEqual([
      { text: "put away", at: 7 },
      { text: "mine", at: 7 },
    ]);
  });

  it("unites earlier versions by time, each once, whichever key comes first", () => {
    const versions = `${cell}:versions`;
    const list = (...texts: readonly string[]) =>
      save(
        texts.map((text, at) => ({ text, at })),
        1,
      );
    const here = { [versions]: list("a", "b"), [cell]: save({ source: "mine" }) };
    for (const order of [
      [cell, versions],
      [versions, cell],
    ]) {
      const file: Record<string, string> = {
        [versions]: list("a", "c"),
        [cell]: save({ source: "theirs" }),
      };
      const sorted = Object.fromEntries(order.map((key) => [key, file[key] ?? ""]));
      const united = savedIn(uniteWork(here, sorted, 7)[versions]);
      expect(united.map(({ text }: { text: string }) => text)).toEqual(["a", "b", "c", "mine"]);
    }
  });

  it("unites attempts at an exercise, and puts an answer of here aside", () => {
    const key = "downhill:exercise:momentum:limit";
    const one = { attempts: 1, passed: true, hints: 0, answer: ["1"] };
    const other = { attempts: 0, passed: false, hints: 2, answer: ["2"] };
    const united = savedIn(uniteWork({ [key]: save(one, 1) }, { [key]: save(other, 1) }, 7)[key]);
    expect(united).toMatchObject({ attempts: 1, passed: true, hints: 2, answer: ["2"] });
    expect(united.aside).toEqual([{ answer: ["1"], at: 7 }]);
  });

  it("gives another notebook of the same name, with its cells, a name of its own", () => {
    const here = { "downhill:notebook:a": save("mine", 1) };
    const file = {
      "downhill:notebook:a": save("theirs", 1),
      "downhill:cell:notebook.a:x": save({ source: "1" }),
    };
    expect(uniteWork(here, file, 7)).toEqual({
      ...here,
      "downhill:notebook:a2": save("theirs", 1),
      "downhill:cell:notebook.a2:x": save({ source: "1" }),
    });
    expect(uniteWork(here, here, 7)).toEqual(here);
  });

  it("leaves the reader's choices here", () => {
    expect(uniteWork({ "downhill:theme": "dark" }, { "downhill:theme": "light" }, 7)).toEqual({
      "downhill:theme": "dark",
    });
  });

  it("sets aside what cannot be read, of either, beside what was set aside before", () => {
    const damaged = `${cell}.damaged`;
    const mine = save({ source: "mine" });
    expect(uniteWork({ [cell]: mine }, { [cell]: "{" }, 7)).toEqual({
      [cell]: mine,
      [`${damaged}.1`]: "{",
    });
    const here = { [cell]: "{", [`${damaged}.1`]: "first" };
    expect(uniteWork(here, { [cell]: mine, [`${damaged}.1`]: "second" }, 7)).toEqual({
      [cell]: mine,
      [`${damaged}.1`]: "first",
      [`${damaged}.2`]: "{",
      [`${damaged}.3`]: "second",
    });
  });
});
