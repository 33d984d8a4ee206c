import { describe, expect, it } from "vitest";
import { openStore } from "#src/notebook/store.ts";
import { MARK } from "#src/notebook/wiped.ts";
import { fakeStorage } from "../fake-storage.ts";

const text = (data: unknown) => (typeof data === "string" ? data : undefined);

function start() {
  const fake = fakeStorage();
  const open = (key: string) =>
    openStore({ key, version: 1, validate: text, storage: fake.storage });
  const saved = (key: string) => JSON.parse(fake.map.get(key) ?? "{}").value;
  return { ...fake, open, saved };
}

describe("a storage that was emptied under the open page", () => {
  it("is filled again, with all that the page knows, by the next save", () => {
    const { map, open, saved } = start();
    const [one, other] = [open("one"), open("other")];
    one.write("a");
    other.write("b");
    map.clear();
    expect(one.write("c")).toBeUndefined();
    expect(saved("one")).toBe("c");
    expect(saved("other")).toBe("b");
  });

  it("is filled again by the next reading too", () => {
    const { map, open } = start();
    const store = open("one");
    store.write("a");
    map.clear();
    expect(store.read().value).toBe("a");
  });

  it("is told from work that another tab has forgotten", () => {
    const { map, open } = start();
    const [one, other] = [open("one"), open("other")];
    one.write("a");
    other.write("b");
    map.delete("one");
    other.write("c");
    expect(map.has("one")).toBe(false);
  });

  it("is filled again when another page has begun to save in it meanwhile", () => {
    const { map, open, saved } = start();
    const store = open("one");
    store.write("a");
    open("other").write("b");
    map.clear();
    map.set(MARK, "of another page");
    store.write("c");
    expect(saved("other")).toBe("b");
  });
});
