import { describe, expect, it } from "vitest";
import { openStore } from "#src/notebook/store.ts";
import { MARK } from "#src/notebook/wiped.ts";
import { fakeStorage } from "../fake-storage.ts";

const text = (data: unknown) => (typeof data === "string" ? data : undefined);

function start() {
  const fake = fakeStorage();
  const open = (key: string) =>
    openStore({ key, version: 1, validate: text, storage: fake.storage });
  return { ...fake, open };
}

describe("a storage that was emptied under the open page", () => {
  it("is filled again, with all that the page knows, by the next save", () => {
    const { map, open } = start();
    const [one, other] = [open("one"), open("other")];
    one.write("a");
    other.write("b");
    map.clear();
    expect(one.write("c")).toBeUndefined();
    expect([one.read().value, other.read().value]).toEqual(["c", "b"]);
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
    const { map, open } = start();
    const store = open("one");
    store.write("a");
    open("other").write("b");
    map.clear();
    map.set(MARK, "of another page");
    store.write("c");
    expect(open("other").read().value).toBe("b");
  });
});
