import { describe, expect, it } from "vitest";
import { newlyKept } from "#src/notebook/document-kept.ts";
import {
  forgetNotebook,
  keepNotebook,
  listNotebooks,
  notebookKey,
  openNotebook,
  withTexts,
} from "#src/notebook/document-store.ts";
import { MARK } from "#src/notebook/wiped.ts";
import { fakeStorage } from "../fake-storage.ts";

const one = newlyKept({ title: "One", parts: [{ kind: "code", id: "a", text: "1" }] }, 1);
const add = (id: string, text = "") =>
  ({ kind: "add", part: { kind: "prose", id, text }, after: "a" }) as const;

function kept(room?: number) {
  const fake = fakeStorage({}, room);
  keepNotebook("my-one", one, fake.storage);
  return fake;
}

const ids = (store: ReturnType<typeof openNotebook>) => store.present()?.parts.map(({ id }) => id);

describe("a notebook that is open", () => {
  it("is saved with every change, and found again", () => {
    const { storage } = kept();
    expect(openNotebook("my-one", { storage }).change(add("b"))).toBeUndefined();
    expect(ids(openNotebook("my-one", { storage }))).toEqual(["a", "b"]);
  });

  it("keeps the cells that two tabs add", () => {
    const { storage } = kept();
    const here = openNotebook("my-one", { storage });
    const there = openNotebook("my-one", { storage });
    here.change(add("here"));
    there.change(add("there"));
    here.refresh();
    expect(ids(here)).toEqual(["a", "there", "here"]);
    expect(ids(there)).toEqual(["a", "there", "here"]);
  });

  it("goes on without room, says so, and saves all of it when there is room again", () => {
    const { storage, map } = kept(440);
    map.set("other", "x".repeat(200));
    const store = openNotebook("my-one", { storage });
    expect(store.change(add("b", "y".repeat(200)))).toMatch(
      /^Not saved: this browser’s storage is full/,
    );
    expect(store.problem()).toMatch(/storage is full/);
    expect(ids(store)).toEqual(["a", "b"]);
    expect(ids(openNotebook("my-one", { storage }))).toEqual(["a"]);
    map.delete("other");
    expect(store.change({ kind: "entitle", title: "Two" })).toBeUndefined();
    expect(ids(openNotebook("my-one", { storage }))).toEqual(["a", "b"]);
  });

  it("asks for room before it gives up", () => {
    const { storage, map } = kept(440);
    map.set("other", "x".repeat(200));
    const store = openNotebook("my-one", {
      storage,
      makeRoomFor(write) {
        map.delete("other");
        return write();
      },
    });
    expect(store.change(add("b", "y".repeat(200)))).toBeUndefined();
  });

  it("comes back when the storage was wiped under it", () => {
    const { storage, map } = kept();
    const store = openNotebook("my-one", { storage });
    map.clear();
    store.change(add("b"));
    expect(ids(openNotebook("my-one", { storage }))).toEqual(["a", "b"]);
  });

  it("says when there is none, and when it is damaged, and loses no byte", () => {
    const { storage, map } = kept();
    expect(openNotebook("my-two", { storage }).change(add("b"))).toBe(
      "This notebook is not in this browser.",
    );
    map.set(notebookKey("my-one"), '{"version":1,"value":{"title"');
    const store = openNotebook("my-one", { storage });
    expect(store.present()).toBeUndefined();
    expect(store.problem()).toMatch(
      /^Your saved notebook is damaged and cannot be read\. Its text is kept/,
    );
    expect([...map.values()]).toContain('{"version":1,"value":{"title"');
  });
});

describe("the list of notebooks", () => {
  it("has the latest changed first, and none of the saves that were set aside", () => {
    const { storage, map } = kept();
    keepNotebook("my-two", { ...one, title: "Two", changed: 5 }, storage);
    map.set(notebookKey("my-three"), "{");
    const { notebooks, problems } = listNotebooks(storage);
    expect(notebooks.map(({ id }) => id)).toEqual(["my-two", "my-one"]);
    expect(problems).toHaveLength(1);
    expect(listNotebooks(storage)).toMatchObject({ problems: [] });
  });

  it("forgets a notebook with all that is kept of its cells, and nothing else", () => {
    const { storage, map } = kept();
    map.set("downhill:cell:notebook.my-one:a", "1");
    map.set("downhill:cell:notebook.my-one:a:versions", "1");
    map.set("downhill:cell:notebook.my-ones:a", "1");
    forgetNotebook("my-one", storage);
    expect([...map.keys()].filter((key) => key !== MARK)).toEqual([
      "downhill:cell:notebook.my-ones:a",
    ]);
  });
});

it("a notebook with its texts has those of the reader's cells", () => {
  const { parts } = withTexts(one, (id) => (id === "a" ? "2" : undefined));
  expect(parts).toEqual([{ kind: "code", id: "a", text: "2" }]);
});
