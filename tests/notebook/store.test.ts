import { describe, expect, it, vi } from "vitest";
import { type KeyValueStorage, openStore } from "#src/notebook/store.ts";
import { fakeStorage } from "../fake-storage.ts";

const text = (data: unknown) => (typeof data === "string" ? data : undefined);
const open = (storage: KeyValueStorage) =>
  openStore({ key: "k", version: 2, validate: text, storage });

describe("a store", () => {
  it("gives back what it was given", () => {
    const { storage } = fakeStorage();
    expect(open(storage).write("work")).toBeUndefined();
    expect(open(storage).read().value).toBe("work");
  });

  it("finds nothing where nothing was saved", () => {
    expect(open(fakeStorage().storage).read()).toEqual({});
  });

  it("forgets when it is given nothing", () => {
    const { storage, map } = fakeStorage({ k: '{"version":2,"value":"a"}' });
    open(storage).write(undefined);
    expect(map.size).toBe(0);
  });

  it.each([
    ["text that is no JSON", "{oops"],
    ["JSON of another kind", "3"],
    ["a value of the wrong shape", '{"version":2,"value":7}'],
  ])("sets aside %s and says so", (_, raw) => {
    const { storage, map } = fakeStorage({ k: raw });
    const { value, problem, raw: found } = open(storage).read();
    expect([value, found]).toEqual([undefined, raw]);
    expect(problem).toBe(
      "Your saved work is damaged and cannot be read. Its text is kept in this browser under “k.damaged.1”; the page starts from the original.",
    );
    expect(Object.fromEntries(map)).toEqual({ "k.damaged.1": raw });
  });

  it("calls a damaged save by its name, and says what happens instead", () => {
    const { storage } = fakeStorage({ k: "{oops" });
    const options = { key: "k", version: 1, validate: text, storage };
    const store = openStore({ ...options, name: "history", otherwise: "the text is unharmed" });
    expect(store.read().problem).toBe(
      "Your saved history is damaged and cannot be read. Its text is kept in this browser under “k.damaged.1”; the text is unharmed.",
    );
  });

  it("never overwrites what was set aside before", () => {
    const { storage, map } = fakeStorage({ k: "second", "k.damaged.1": "first" });
    open(storage).read();
    expect(Object.fromEntries(map)).toEqual({ "k.damaged.1": "first", "k.damaged.2": "second" });
  });

  it("does not write over a damaged save that there is no room to set aside", () => {
    const { storage, map } = fakeStorage({ k: "{damaged" }, "k{damaged".length);
    const store = open(storage);
    expect(store.read().problem).toMatch(/no room to set it aside/);
    expect(store.write("x")).toMatch(/kept and not overwritten/);
    expect(map.get("k")).toBe("{damaged");
  });

  it("sets aside the work of a later edition, and of an earlier one that it cannot lift", () => {
    for (const version of [1, 3]) {
      const { storage } = fakeStorage({ k: JSON.stringify({ version, value: "a" }) });
      expect(open(storage).read().problem).toContain(
        `saved by another edition (format ${version}, here 2)`,
      );
    }
  });

  it("lifts an earlier shape to the present one", () => {
    const { storage } = fakeStorage({ k: '{"version":1,"value":{"text":"a"}}' });
    const migrate = (data: unknown) => (data as { text: string }).text;
    expect(openStore({ key: "k", version: 2, validate: text, migrate, storage }).read().value).toBe(
      "a",
    );
  });

  it("says that storage is full, and keeps the last save", () => {
    const { storage } = fakeStorage({}, 70);
    const store = open(storage);
    store.write("short");
    expect(store.write("x".repeat(100))).toBe(
      "Not saved: this browser’s storage is full. Copy your changes before you leave the page.",
    );
    expect(store.read().value).toBe("short");
  });

  it("says that storage is denied", () => {
    const denied: KeyValueStorage = {
      getItem() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
      setItem() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
      removeItem() {},
    };
    expect(open(denied).read()).toEqual({
      problem: "Saved work could not be read: The operation is insecure.",
    });
    expect(open(denied).write("a")).toMatch(/^Not saved: The operation is insecure\. Copy/);
  });
});

describe("two tabs with one storage", () => {
  const united = (theirs = "", ours = "") => `${theirs}+${ours}`;
  const two = (reconcile = united) => {
    const { storage, map } = fakeStorage();
    const tab = () => openStore({ key: "k", version: 1, validate: text, storage, reconcile });
    const [here, there] = [tab(), tab()];
    here.read();
    there.read();
    return { here, there, map };
  };

  it("reconcile what one has saved since the other read", () => {
    const { here, there } = two();
    there.write("theirs");
    expect(here.changedElsewhere()).toBe(true);
    here.write("ours");
    expect(there.read().value).toBe("theirs+ours");
    expect(here.changedElsewhere()).toBe(false);
    here.write("ours again");
    expect(there.read().value).toBe("ours again");
  });

  it("set a foreign save aside that cannot be read", () => {
    const { here, map } = two();
    map.set("k", "{damaged");
    here.write("ours");
    expect(map.get("k.damaged.1")).toBe("{damaged");
    expect(here.read().value).toBe("ours");
  });

  it("hear of what the other saves, and whether it knew the last save of this one", () => {
    const page = new EventTarget();
    vi.stubGlobal("window", page);
    const { here, map } = two();
    const heard: unknown[] = [];
    here.onSavedElsewhere((theirs, knewOurs) => heard.push([theirs, knewOurs]));
    here.write("ours");
    const ours = map.get("k") ?? null;
    const tell = (key: string | null, oldValue: string | null, newValue: string | null) =>
      page.dispatchEvent(Object.assign(new Event("storage"), { key, oldValue, newValue }));
    tell("k", ours, '{"version":1,"value":"theirs"}');
    tell("k", null, '{"version":1,"value":"other"}');
    tell("k", ours, null);
    tell("k", null, ours);
    tell("x", null, "1");
    tell(null, null, null);
    expect(heard).toEqual([
      ["theirs", true],
      ["other", false],
      [undefined, true],
    ]);
    vi.unstubAllGlobals();
  });
});
