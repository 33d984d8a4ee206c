import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exerciseKeeping } from "#components/exercise/keeping.ts";
import { type Progress, turned } from "#src/grading/progress.ts";
import { fakeStorage } from "../../fake-storage.ts";

const KEY = "downhill:exercise:momentum:limit";

describe("two tabs on one exercise in different numbers", () => {
  let { storage, map } = fakeStorage();
  let writes: string[] = [];
  let pages: EventTarget[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    ({ storage, map } = fakeStorage());
    writes = [];
    pages = [];
    vi.stubGlobal("document", new EventTarget());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  /** A tab whose saves all other tabs hear of a little later, as in a browser. */
  function tab() {
    const page = new EventTarget();
    pages.push(page);
    vi.stubGlobal("window", page);
    const keeping = exerciseKeeping({
      chapter: "momentum",
      exercise: "limit",
      starter: undefined,
      storage: {
        getItem: (key) => storage.getItem(key),
        removeItem: (key) => storage.removeItem(key),
        setItem(key, newValue) {
          const oldValue = storage.getItem(key);
          storage.setItem(key, newValue);
          if (key !== KEY || oldValue === newValue) return;
          writes.push(newValue);
          for (const other of pages.filter((one) => one !== page))
            setTimeout(() => {
              const event = { key, oldValue, newValue };
              other.dispatchEvent(Object.assign(new Event("storage"), event));
            }, 5);
        },
      },
      onSaved: () => {},
      onFollow: () => {},
    });
    keeping.find();
    return keeping;
  }
  const rest = (time = 10_000) => vi.advanceTimersByTime(time);
  const type = (keeping: ReturnType<typeof tab>, text: string) => {
    keeping.keep({ answer: [text] });
    rest();
  };
  const turn = (keeping: ReturnType<typeof tab>, variant?: string) => {
    const now = keeping.progress();
    keeping.put(turned(now, now.answer ?? [""], variant));
  };
  const saved = () => JSON.parse(map.get(KEY) ?? "").value as Progress;

  /** One tab with an answer to the numbers of the book, one with an answer to others. */
  function both() {
    const [book, other] = [tab(), tab()];
    type(book, "1");
    turn(other, "1.x.1");
    rest();
    type(other, "2");
    return [book, other] as const;
  }

  it("save once for each change, and then fall silent", () => {
    const [book, other] = both();
    expect(writes).toHaveLength(3);
    type(other, "23");
    type(book, "14");
    type(other, "234");
    expect(writes).toHaveLength(6);
    rest(3_600_000);
    expect(writes).toHaveLength(6);
  });

  it("keep their own answers in the fields, know those of the other, and put nothing aside", () => {
    const [book, other] = both();
    type(other, "23");
    type(book, "14");
    expect(book.progress()).toMatchObject({ answer: ["14"], drafts: { "1.x.1": ["23"] } });
    expect(other.progress()).toMatchObject({ answer: ["23"], drafts: { "": ["14"] } });
    expect([book.progress().variant, other.progress().variant]).toEqual([undefined, "1.x.1"]);
    expect([book, other].map((one) => one.progress().aside)).toEqual([undefined, undefined]);
    type(other, "");
    expect(book.progress().drafts).toEqual({});
  });

  it("lose nothing when both save in the same moment", () => {
    const [book, other] = both();
    book.keep({ answer: ["15"] });
    other.keep({ answer: ["25"] });
    rest();
    rest(3_600_000);
    expect(writes.length).toBeLessThan(8);
    for (const progress of [book.progress(), other.progress(), saved()])
      expect(JSON.stringify([progress.answer, progress.drafts])).toMatch(/15.*25|25.*15/);
  });

  it("go on as one when the other turns to the same numbers", () => {
    const [book, other] = both();
    turn(other);
    other.keep({ answer: ["12"] });
    rest();
    expect(book.progress()).toMatchObject({ answer: ["12"], drafts: { "1.x.1": ["2"] } });
    expect([book, other].map((one) => one.progress().aside)).toEqual([undefined, undefined]);
    type(book, "123");
    expect(other.progress().answer).toEqual(["123"]);
    const count = writes.length;
    rest(3_600_000);
    expect(writes).toHaveLength(count);
  });

  it("take what was answered last, and turned away from at once", () => {
    const [book, other] = both();
    other.keep({ answer: ["29"] });
    turn(other, "1.x.2");
    rest();
    type(other, "3");
    expect(book.progress()).toMatchObject({
      answer: ["1"],
      drafts: { "1.x.1": ["29"], "1.x.2": ["3"] },
    });
    expect(book.progress().aside).toBeUndefined();
    const count = writes.length;
    rest(3_600_000);
    expect(writes).toHaveLength(count);
  });

  it("put aside what was answered to the numbers of the other meanwhile", () => {
    const [book, other] = both();
    other.keep({ answer: ["25"] });
    turn(book, "1.x.1");
    book.keep({ answer: ["77"] });
    turn(book);
    rest();
    rest(3_600_000);
    expect(writes.length).toBeLessThan(9);
    expect(other.progress().answer).toEqual(["25"]);
    expect(book.progress()).toMatchObject({ answer: ["1"], drafts: { "1.x.1": ["25"] } });
    for (const { aside } of [book.progress(), other.progress(), saved()])
      expect(aside?.map(({ answer, variant }) => [answer, variant])).toEqual([[["77"], "1.x.1"]]);
  });
});
