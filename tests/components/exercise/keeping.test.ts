import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exerciseKeeping } from "#components/exercise/keeping.ts";
import { type Progress, untouched } from "#src/grading/progress.ts";
import { fakeStorage } from "../../fake-storage.ts";

const KEY = "downhill:exercise:momentum:limit";
const attempt = (at: number) => ({ answer: [String(at)], at, credit: 0 });

describe("the work on an exercise in a tab", () => {
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

  function tab(starter?: string) {
    const followed: unknown[] = [];
    const keeping = exerciseKeeping({
      chapter: "momentum",
      exercise: "limit",
      starter,
      onSaved: () => {},
      onFollow: ({ answer }, follows) => followed.push([answer, follows]),
    });
    keeping.find();
    return { keeping, followed };
  }

  const save = (change: Partial<Progress>) =>
    JSON.stringify({ version: 1, value: { ...untouched, ...change } });
  function elsewhere(change: Partial<Progress>, knewOurs = true) {
    const oldValue = knewOurs ? (map.get(KEY) ?? null) : "something else";
    map.set(KEY, save(change));
    const event = { key: KEY, oldValue, newValue: save(change) };
    page.dispatchEvent(Object.assign(new Event("storage"), event));
  }
  const saved = () => JSON.parse(map.get(KEY) ?? "").value as Progress;

  it("follows another tab, and saves nothing for it", () => {
    const { followed } = tab();
    elsewhere({ answer: ["2"], attempts: 1, log: [attempt(1)] });
    const raw = map.get(KEY);
    vi.runAllTimers();
    expect(followed).toEqual([[["2"], true]]);
    expect(map.get(KEY)).toBe(raw);
  });

  it("keeps an answer that is not saved, puts the other aside and counts the attempts of both", () => {
    const { keeping, followed } = tab();
    keeping.keep({ answer: ["3"], attempts: 1, log: [attempt(2)] });
    elsewhere({ answer: ["2"], attempts: 1, log: [attempt(1)], passed: true });
    vi.runAllTimers();
    expect(followed).toEqual([[["3"], false]]);
    expect(saved()).toMatchObject({ answer: ["3"], attempts: 2, passed: true });
    expect(saved().aside?.map(({ answer }) => answer)).toEqual([["2"]]);
  });

  it("loses nothing when two tabs have saved at the same time", () => {
    const { keeping } = tab();
    keeping.put({ ...untouched, answer: ["3"] });
    elsewhere({ answer: ["2"] }, false);
    vi.runAllTimers();
    expect(saved().answer).toEqual(["2"]);
    expect(saved().aside?.map(({ answer }) => answer)).toEqual([["3"]]);
  });

  it("finds what it did not hear of when it saves", () => {
    const { keeping } = tab();
    map.set(KEY, save({ answer: ["2"], attempts: 1, log: [attempt(1)] }));
    keeping.put({ ...untouched, answer: ["3"] });
    expect(saved()).toMatchObject({ answer: ["3"], attempts: 1 });
    expect(saved().aside?.map(({ answer }) => answer)).toEqual([["2"]]);
  });

  it("saves at once when it ends, and takes no part from then on", () => {
    const { keeping, followed } = tab();
    keeping.keep({ answer: ["3"] });
    keeping.end();
    expect(saved().answer).toEqual(["3"]);
    elsewhere({ answer: ["4"] });
    keeping.put({ ...untouched, answer: ["5"], attempts: 1 });
    vi.runAllTimers();
    document.dispatchEvent(new Event("visibilitychange"));
    vi.runAllTimers();
    expect(followed).toEqual([]);
    expect(saved()).toEqual({ ...untouched, answer: ["4"] });
  });

  it("has the browser ask before an answer is left that could not be saved", () => {
    const { keeping } = tab();
    const leave = () => page.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    const { setItem } = storage;
    storage.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
    keeping.put({ ...untouched, answer: ["3"] });
    expect(leave()).toBe(false);
    storage.setItem = setItem;
    keeping.put({ ...untouched, answer: ["3"] });
    expect(leave()).toBe(true);
  });

  it("notes the author's code that an answer was made from", () => {
    const { keeping } = tab("starter");
    keeping.put({ ...untouched, answer: "mine" });
    expect(saved().base).toBe("starter");
    tab("new starter").keeping.put({ ...saved(), answer: "mine too" });
    expect(saved().base).toBe("starter");
    tab("new starter").keeping.put({ ...saved(), answer: "new starter" });
    expect(saved().base).toBeUndefined();
  });
});
