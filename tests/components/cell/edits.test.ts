import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compact, foundInWords, openEdits } from "#components/cell/edits.ts";
import { fakeStorage } from "../../fake-storage.ts";

describe("what is kept of a cell", () => {
  it("is nothing when text and settings are the author's", () => {
    const edits = { source: "a", before: "a", unfinished: false, settings: [null, null] };
    expect(compact(edits, "a")).toBeUndefined();
  });

  it("is the reader's text, the one put away by Reset, settings, and a run that has not ended", () => {
    const edits = {
      source: "b",
      before: "c",
      unfinished: true,
      settings: [null, { label: "rate", value: 0.5 }],
    };
    expect(compact(edits, "a")).toEqual({ ...edits, base: "a" });
    expect(compact({ source: "a", before: "c" }, "a")).toEqual({ before: "c" });
  });

  it("notes the author's text that the reader's was made from, and keeps to it when that changes", () => {
    expect(compact({ source: "b" }, "a")).toEqual({ source: "b", base: "a" });
    expect(compact({ source: "b", base: "old" }, "a")).toEqual({ source: "b", base: "old" });
    expect(compact({ source: "a", base: "old" }, "a")).toBeUndefined();
  });

  it("is said in words", () => {
    const settings = [{ label: "rate", value: 0.5 }];
    expect([
      foundInWords({}),
      foundInWords({ before: "c" }),
      foundInWords({ source: "b" }),
      foundInWords({ settings }),
      foundInWords({ source: "b", settings }),
      foundInWords({ source: "b", unfinished: true }),
    ]).toEqual([
      undefined,
      undefined,
      "Your text of last time, not yet run",
      "Your settings of last time, not yet run",
      "Your text and settings of last time, not yet run",
      "The last run of this cell never ended, so nothing was run again",
    ]);
  });
});

describe("a save", () => {
  const key = "downhill:cell:momentum:step";
  /** As written by the edition that kept one text beside the present one. */
  const old = String.raw`{"version":1,"value":{"source":"const beta = 0.99;\nbeta","before":"const beta: number = 0.5;\n// “slow”\nbeta","unfinished":true}}`;
  let { storage, map } = fakeStorage();

  beforeEach(() => {
    ({ storage, map } = fakeStorage());
    vi.stubGlobal("localStorage", storage);
  });
  afterEach(() => vi.unstubAllGlobals());

  function read(raw: string) {
    map.set(key, raw);
    const lifted: string[] = [];
    const store = openEdits("momentum", "step", (before) => lifted.push(before));
    return { store, lifted, saved: store.read() };
  }

  it("of format 1 is lifted without loss, and the text put away by Reset is told", () => {
    const { store, saved, lifted } = read(old);
    const before = "const beta: number = 0.5;\n// “slow”\nbeta";
    const value = { source: "const beta = 0.99;\nbeta", before, unfinished: true };
    expect(saved.problem).toBeUndefined();
    expect(saved.value).toEqual(value);
    expect(lifted).toEqual([before]);
    store.write(saved.value);
    expect(JSON.parse(map.get(key) ?? "")).toEqual({ version: 2, value });
  });

  it("of format 2 is read as it is", () => {
    const value = { source: "b", settings: [null, { label: "at", value: [1, 2] }] };
    const { saved, lifted } = read(JSON.stringify({ version: 2, value }));
    expect(saved.value).toEqual(value);
    expect(lifted).toEqual([]);
  });

  it.each([
    ["no list", 7],
    ["a list of something else", ["x"]],
    ["a setting without a label", [{ value: 1 }]],
  ])("whose settings are %s keeps its text", (_, settings) => {
    const { saved } = read(JSON.stringify({ version: 2, value: { source: "b", settings } }));
    expect(saved).toMatchObject({ value: { source: "b" } });
    expect(saved.value).not.toHaveProperty("settings");
  });

  it("of format 1 that is damaged is set aside", () => {
    const raw = '{"version":1,"value":{"source":7}}';
    expect(read(raw).saved.problem).toMatch(/damaged and cannot be read/);
    expect(map.get(`${key}.damaged.1`)).toBe(raw);
  });
});
