import { describe, expect, it } from "vitest";
import { strayWork } from "#src/grading/stray-work.ts";

const save = (value: unknown) => JSON.stringify({ version: 1, value });
const inBook = (kind: string, chapter: string, id: string) =>
  `${kind} ${chapter} ${id}` === "cell momentum step";

describe("work that is no longer in the book", () => {
  const find = (key: string, raw: string) =>
    strayWork({ [key]: raw }, inBook).map(({ kind, chapter, id, text }) => [
      kind,
      chapter,
      id,
      text,
    ]);

  it("is that of cells and exercises which no chapter has, with its text", () => {
    expect(find("downhill:cell:momentum:step", save({ source: "a" }))).toEqual([]);
    expect(find("downhill:cell:momentum:gone", save({ source: "a" }))).toEqual([
      ["cell", "momentum", "gone", "a"],
    ]);
    expect(find("downhill:cell:gone:step", save({ before: "b" }))).toEqual([
      ["cell", "gone", "step", "b"],
    ]);
    const progress = { attempts: 1, passed: false, hints: 0, answer: ["1", "2"] };
    expect(
      find("downhill:exercise:momentum:gone", save({ ...progress, drafts: { x: [0] } })),
    ).toEqual([["exercise", "momentum", "gone", "1\n2\n\n1"]]);
  });

  it("is nothing of notebooks, of versions, and of what holds no text", () => {
    expect(find("downhill:cell:notebook.a:x", save({ source: "a" }))).toEqual([]);
    expect(find("downhill:cell:momentum:gone:versions", save([]))).toEqual([]);
    expect(find("downhill:cell:momentum:gone", save({ settings: [] }))).toEqual([]);
    expect(find("downhill:theme", "dark")).toEqual([]);
  });

  it("is also what could not be read, as it was found", () => {
    expect(find("downhill:cell:momentum:step.damaged.1", "{")).toEqual([
      ["damaged", "momentum", "step", "{"],
    ]);
    expect(find("downhill:notebook:a.damaged.2", "{")).toEqual([
      ["damaged", "", "notebook:a", "{"],
    ]);
  });
});
