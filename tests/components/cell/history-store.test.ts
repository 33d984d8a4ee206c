import { afterEach, describe, expect, it, vi } from "vitest";
import { openHistory } from "#components/cell/history-store.ts";
import { storageFull } from "#src/notebook/store.ts";
import { fakeStorage } from "../../fake-storage.ts";

const key = (cell: string) => `downhill:cell:momentum:${cell}:versions`;

function start(room?: number) {
  const fake = fakeStorage({}, room);
  vi.stubGlobal("localStorage", fake.storage);
  const keep = (cell: string, ...texts: readonly string[]) => {
    const history = openHistory("momentum", cell);
    for (const text of texts) history.keep({ text, at: 0 });
    return history;
  };
  const saved = (cell: string): readonly string[] =>
    JSON.parse(fake.map.get(key(cell)) ?? '{"value":[]}').value.map(
      (v: { text: string }) => v.text,
    );
  const save = (length: number) => () => {
    try {
      fake.storage.setItem("text", "x".repeat(length));
      return undefined;
    } catch {
      return storageFull;
    }
  };
  return { ...fake, keep, saved, save };
}

const long = (letter: string) => letter.repeat(100);
const letters = (texts: readonly string[]) => texts.map(([first]) => first).join("");

describe("the history of a cell", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is there when the page is opened again, and can be forgotten", () => {
    const { keep, map } = start();
    keep("a", "one", "two");
    const again = openHistory("momentum", "a");
    expect(again.versions().map(({ text }) => text)).toEqual(["one", "two"]);
    again.forget();
    expect(again.versions()).toEqual([]);
    expect(map.has(key("a"))).toBe(false);
  });

  it("takes in what another tab has kept since", () => {
    const { keep, saved } = start();
    const here = keep("a", "one");
    keep("a", "there");
    here.keep({ text: "here", at: 0 });
    expect(saved("a")).toEqual(["one", "there", "here"]);
  });

  it("does not bring back what another tab has forgotten", () => {
    const { keep, saved } = start();
    const here = keep("a", "one");
    openHistory("momentum", "a").forget();
    here.keep({ text: "here", at: 0 });
    expect(saved("a")).toEqual(["here"]);
  });

  it("that is damaged is set aside and said", () => {
    const { map } = start();
    map.set(key("a"), '{"version":1,"value":[{"text":7}]}');
    const history = openHistory("momentum", "a");
    expect(history.versions()).toEqual([]);
    expect(history.problem()).toBe(
      `Your saved history of this cell is damaged and cannot be read. Its text is kept in this browser under “${key("a")}.damaged.1”; the text of the cell is not affected.`,
    );
    history.keep({ text: "one", at: 0 });
    expect(history.problem()).toBeUndefined();
  });

  it("that does not fit keeps its newest in the storage, all of it on the page, and says so", () => {
    const { keep, saved } = start(500);
    const history = keep("a", ...[..."abcdef"].map(long));
    expect(history.versions()).toHaveLength(6);
    expect(letters(saved("a"))).toBe("def");
    expect(history.problem()).toBe(
      "This browser’s storage is full: older versions of this cell are gone when you leave the page, so copy what you need",
    );
  });

  it("that cannot be kept at all says so", () => {
    const history = start(80).keep("a", long("a"));
    expect(history.versions()).toHaveLength(1);
    expect(history.problem()).toMatch(/^This browser’s storage is full: earlier versions of this/);
  });

  it("is given up for the text, its newest last, and those of other cells after it", () => {
    const { keep, saved, save } = start(2000);
    const history = keep("a", ...[..."abcd"].map(long));
    keep("b", ...[..."wxyz"].map(long));
    expect(history.makeRoomFor(save(500))).toBeUndefined();
    expect(history.problem()).toBeUndefined();
    expect(history.makeRoomFor(save(1000))).toBeUndefined();
    expect(letters(saved("a"))).toBe("cd");
    expect(history.problem()).toMatch(/^This browser’s storage is full: older versions of this/);
    expect(history.makeRoomFor(save(1300))).toBeUndefined();
    expect([letters(saved("a")), letters(saved("b"))]).toEqual(["", "wxyz"]);
    expect(history.problem()).toMatch(/^This browser’s storage is full: earlier versions of this/);
    expect(history.makeRoomFor(save(1900))).toBeUndefined();
    expect(saved("b")).toEqual([]);
    expect(history.problem()).toBe(
      "This browser’s storage is full: earlier versions of other cells were given up to save this one",
    );
    expect(letters(history.versions().map(({ text }) => text))).toBe("abcd");
  });

  it("is given up of the cell with the longest first, and of no more cells than need be", () => {
    const { keep, saved, save } = start(1500);
    const history = openHistory("momentum", "a");
    keep("b", long("b"));
    keep("c", ...[..."cde"].map(long));
    expect(history.makeRoomFor(save(1100))).toBeUndefined();
    expect([letters(saved("b")), letters(saved("c"))]).toEqual(["b", ""]);
  });

  it("is not given up for a text that does not fit all the same", () => {
    const { keep, saved, save } = start(2000);
    const history = keep("a", long("a"), long("b"));
    keep("b", long("y"), long("z"));
    expect(history.makeRoomFor(save(5000))).toBe(storageFull);
    expect([letters(saved("a")), letters(saved("b"))]).toEqual(["ab", "yz"]);
    expect(history.problem()).toBeUndefined();
  });
});
