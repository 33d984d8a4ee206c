import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Edits } from "#components/cell/edits.ts";
import type { CellHistory } from "#components/cell/history.ts";
import { cellKeeping } from "#components/cell/keeping.ts";
import { fakeStorage } from "../../fake-storage.ts";

const KEY = "downhill:cell:momentum:step";
const save = (value: Edits) => JSON.stringify({ version: 2, value });

describe("the work on a cell in a tab", () => {
  let { storage, map } = fakeStorage();
  let page = new EventTarget();
  beforeEach(() => {
    vi.useFakeTimers();
    ({ storage, map } = fakeStorage());
    page = new EventTarget();
    vi.stubGlobal("localStorage", storage);
    vi.stubGlobal("window", page);
    vi.stubGlobal("document", new EventTarget());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  /** A tab whose cell has a text on the page, which follows. */
  function tab() {
    let text = "author";
    const versions: string[] = [];
    const history: CellHistory = {
      problem: () => undefined,
      makeRoomFor: (write) => write(),
      keep: (one) => void versions.push(one),
      keepUndated: () => {},
      edited: () => {},
      left: () => {},
      refresh: () => {},
      takeIn: () => {},
    };
    const keeping = cellKeeping({
      chapter: "momentum",
      cell: "step",
      original: "author",
      present: () => text,
      history,
      onSaved: () => {},
      onFollow: ({ source = "author" }) => {
        text = source;
      },
    });
    keeping.find();
    const type = (source: string) => {
      text = source;
      keeping.keep({ source }, "soon");
    };
    return { keeping, versions, type, text: () => text };
  }

  /** Another tab saves, and this one hears of it. */
  function elsewhere(value: Edits, knewOurs = true) {
    const oldValue = knewOurs ? (map.get(KEY) ?? null) : "something else";
    map.set(KEY, save(value));
    const event = { key: KEY, oldValue, newValue: save(value) };
    page.dispatchEvent(Object.assign(new Event("storage"), event));
  }
  const saved = () => JSON.parse(map.get(KEY) ?? '{"value":{}}').value as Edits;

  it("follows another tab where all is saved", () => {
    const { type, text, versions } = tab();
    type("mine");
    vi.runAllTimers();
    elsewhere({ source: "theirs" });
    expect([text(), versions, saved().source]).toEqual(["theirs", [], "theirs"]);
  });

  it("keeps its text as a version when the other tab did not know it", () => {
    const { type, text, versions } = tab();
    type("mine");
    vi.runAllTimers();
    elsewhere({ source: "theirs" }, false);
    expect([text(), versions]).toEqual(["theirs", ["mine"]]);
  });

  it("stays with a text that is not saved, and keeps the other one as a version", () => {
    const { type, text, versions } = tab();
    type("mine");
    elsewhere({ source: "theirs" });
    vi.runAllTimers();
    expect([text(), saved().source]).toEqual(["mine", "mine"]);
    expect(versions).toContain("theirs");
  });

  it("finds what it did not hear of when it saves", () => {
    const { type, text, versions, keeping } = tab();
    map.set(KEY, save({ source: "theirs" }));
    type("mine");
    vi.runAllTimers();
    expect([text(), saved().source, versions]).toEqual(["mine", "mine", ["theirs"]]);
    map.set(KEY, save({ source: "theirs again" }));
    keeping.keep({ settings: [{ label: "rate", value: 1 }] });
    expect(text()).toBe("theirs again");
    expect(saved()).toMatchObject({ source: "theirs again", settings: [{ value: 1 }] });
  });

  it("notes the author's text of the first change, and anew when the reader begins anew", () => {
    map.set(KEY, save({ source: "mine", base: "of old" }));
    const { keeping } = tab();
    keeping.keep({ source: "mine too" });
    expect(saved().base).toBe("of old");
    keeping.keep({ source: "author" });
    keeping.keep({ source: "mine again" });
    expect(saved().base).toBe("author");
  });

  it("of an old save notes the author's text once the page is open", () => {
    map.set(KEY, save({ source: "mine" }));
    tab();
    vi.runAllTimers();
    expect(saved()).toEqual({ source: "mine", base: "author" });
  });

  it("has the browser ask before a text is left that could not be saved, and no longer", () => {
    const { keeping } = tab();
    const leave = () => page.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    const { setItem } = storage;
    storage.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
    keeping.keep({ source: "mine" });
    expect(leave()).toBe(false);
    storage.setItem = setItem;
    keeping.keep({ source: "mine" });
    expect(leave()).toBe(true);
  });
});
