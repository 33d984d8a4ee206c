import { describe, expect, it } from "vitest";
import { removeCopy } from "#src/offline/farewell.ts";
import { keeper } from "#src/offline/keeper.ts";
import { editionOf, fakeHost, ROOT, request, type Texts } from "./fake-host.ts";

const SHELF = "downhill-book:/book/:";
const first = {
  "index.html": "contents",
  "adam/index.html": "adam 1",
  "_astro/a.1.js": "one",
  "data.json": "1",
};
const second = {
  "index.html": "contents",
  "adam/index.html": "adam 2",
  "_astro/a.2.js": "two",
  "data.json": "2",
};

/** A file that fills much of a small room. */
const LARGE = "x".repeat(2000);

interface Visit {
  readonly texts?: Texts;
  /** Whether the whole book was wanted; default yes. */
  readonly all?: boolean;
  /** Bytes that the browser has room for; default any number. */
  readonly room?: number;
}

/** A browser in which the first edition has been read, with a page of it still open. */
async function visited({ texts = first, all = true, room }: Visit = {}) {
  const host = fakeHost(room);
  const edition = await editionOf("first", texts);
  host.serve(edition);
  const worker = keeper(host.scope, edition);
  host.pages.add("page");
  await worker.install();
  await worker.activate();
  await worker.keep([`${ROOT}adam/?k=2`], all);
  return { host, worker };
}

const text = async (response: Promise<Response>) => (await response).text();

describe("the first edition", () => {
  it("is served without a network once it is kept: pages, files, and what is asked of them", async () => {
    const { host, worker } = await visited();
    host.serve(undefined);
    expect(await text(worker.answer(request("", "navigate"), ""))).toBe("contents");
    expect(await text(worker.answer(request("adam/?share=1", "navigate"), ""))).toBe("adam 1");
    const file = await worker.answer(request("data.json"), "page");
    expect([await file.text(), file.headers.get("content-type")]).toEqual(["1", "text/html"]);
    expect(await worker.standing()).toMatchObject({
      files: 6,
      ofFiles: 6,
      busy: false,
      earlier: 0,
    });
  });

  it("asks the host for each file once, and for nothing that is kept", async () => {
    const { host, worker } = await visited();
    const asked = host.asked();
    expect([...new Set(asked)]).toEqual(asked);
    expect(asked).toHaveLength(6);
    await worker.answer(request("adam/", "navigate"), "");
    await worker.keep([], true);
    expect(host.asked()).toEqual([]);
  });

  it("leads from an address without its slash to the page, as a host does", async () => {
    const { host, worker } = await visited();
    host.serve(undefined);
    const response = await worker.answer(request("adam?k=2", "navigate"), "");
    expect([response.status, response.headers.get("location")]).toEqual([302, `${ROOT}adam/?k=2`]);
  });

  it("says without a network that a page is not kept, or that there is none", async () => {
    const { host, worker } = await visited({ all: false });
    host.serve(undefined);
    const missing = await worker.answer(request("", "navigate"), "");
    expect([missing.status, await missing.text()]).toEqual([503, "no network"]);
    const none = await worker.answer(request("nowhere/", "navigate"), "");
    expect([none.status, await none.text()]).toEqual([404, "no page"]);
    await expect(worker.answer(request("data.json"), "page")).rejects.toThrow("Failed to fetch");
  });

  it("keeps no more than what is visited when the rest is not wanted", async () => {
    const { host, worker } = await visited({ all: false });
    expect(await worker.standing()).toMatchObject({ files: 3, ofFiles: 6 });
    await worker.answer(request("data.json"), "page");
    await worker.settled();
    expect(host.files(`${SHELF}first`)).toContain(`${ROOT}data.json`);
  });

  it("goes on where it was stopped, and says that it was", async () => {
    const { host, worker } = await visited({ all: false });
    host.serve(undefined);
    await worker.keep([], true);
    expect((await worker.standing()).problem).toContain("goes on from there");
    host.serve(await editionOf("first", first));
    host.asked();
    await worker.keep([], true);
    expect(host.asked().sort()).toEqual(["", "_astro/a.1.js", "data.json"]);
    expect(await worker.standing()).not.toHaveProperty("problem");
  });

  it("says when the browser has no more room, and keeps what it has room for", async () => {
    const { worker } = await visited({ texts: { ...first, "z.json": LARGE }, room: 1500 });
    const { problem, files, ofFiles } = await worker.standing();
    expect(problem).toContain("no room");
    expect(files).toBe(ofFiles - 1);
  });
});

describe("a copy that was removed", () => {
  it("does not come back while its worker is still at work, or asked", async () => {
    const { host, worker } = await visited({ all: false });
    const filling = worker.keep([], true);
    // The record is noted, and then the files come.
    while (!host.asked().includes("")) await new Promise((resolve) => setTimeout(resolve));
    await removeCopy(host.caches, ROOT);
    await filling;
    expect(await text(worker.answer(request("adam/", "navigate"), ""))).toBe("adam 1");
    await worker.settled();
    expect(await worker.standing()).toMatchObject({ files: 0, bytes: 0 });
    expect(host.names()).toEqual([]);
  });
});

it("an edition is filled no further when a newer one is ready", async () => {
  const { host, worker } = await visited({ all: false });
  Object.assign(host.scope.registration, { waiting: {} });
  await worker.keep([], true);
  expect(await worker.standing()).toMatchObject({ files: 3, ofFiles: 6 });
});

describe("what is kept", () => {
  it("is never the page on which a network asks its guests to log in", async () => {
    const { host, worker } = await visited({ all: false });
    host.serve({ ...(await editionOf("first", first)), id: "hotel" });
    host.altering(() => "log in");
    await worker.keep([], true);
    await worker.answer(request("", "navigate"), "");
    await worker.settled();
    expect(host.files(`${SHELF}first`)).not.toContain(`${ROOT}index.html`);
    expect((await worker.standing()).problem).toContain("new edition");
  });

  it("may be altered by the host while its edition is ours", async () => {
    const { host, worker } = await visited({ all: false });
    host.altering((page) => `${page} and a counter`);
    await worker.keep([], true);
    host.serve(undefined);
    expect(await text(worker.answer(request("", "navigate"), ""))).toBe("contents and a counter");
  });
});

describe("a new edition", () => {
  async function published(all = true) {
    const before = await visited({ all });
    const edition = await editionOf("second", second);
    before.host.serve(edition);
    before.host.asked();
    const worker = keeper(before.host.scope, edition);
    await worker.install();
    return { host: before.host, before: before.worker, worker };
  }

  it("is complete before it serves, and fetches only what has changed", async () => {
    const { host, before } = await published();
    expect(host.asked().sort()).toEqual(["_astro/a.2.js", "adam/", "data.json"]);
    expect(host.files(`${SHELF}second`)).toHaveLength(6);
    expect(await text(before.answer(request("adam/", "navigate"), ""))).toBe("adam 1");
  });

  it("keeps of a book that is kept in part the same part", async () => {
    const { host } = await published(false);
    expect(host.asked()).toEqual(["adam/"]);
    expect(host.files(`${SHELF}second`)).toHaveLength(3);
  });

  it("leaves pages that are open the edition that they are of, until they are closed", async () => {
    const { host, worker } = await published();
    await worker.activate();
    host.serve(undefined);
    expect(await text(worker.answer(request("data.json"), "page"))).toBe("1");
    expect(await text(worker.answer(request("_astro/a.1.js"), "page"))).toBe("one");
    // A worker that such a page has started is not known by name.
    expect(await text(worker.answer(request("_astro/a.1.js"), "worker of the page"))).toBe("one");
    expect(await text(worker.answer(request("data.json"), "new page"))).toBe("2");
    expect(await text(worker.answer(request("adam/", "navigate"), "page"))).toBe("adam 2");
    expect(await worker.standing()).toMatchObject({ earlier: 1 });

    await worker.keep([], true);
    expect(host.names()).toContain(`${SHELF}first`);
    host.pages.delete("page");
    await worker.keep([], true);
    expect(host.names()).not.toContain(`${SHELF}first`);
  });

  it("remembers all that when the browser has put its worker to sleep", async () => {
    const { host, worker } = await published();
    await worker.activate();
    host.serve(undefined);
    const awake = keeper(host.scope, await editionOf("second", second));
    expect(await text(awake.answer(request("data.json"), "page"))).toBe("1");
  });

  it("comes later where a browser has no room for two", async () => {
    const { host } = await visited({ texts: { ...first, "z.json": LARGE }, room: 3000 });
    const edition = await editionOf("second", { ...second, "z.json": `${LARGE}.` });
    host.serve(edition);
    const worker = keeper(host.scope, edition);
    await worker.install();
    host.pages.clear();
    await worker.activate();
    expect((await worker.standing()).files).toBeLessThan(edition.files.length);
    await worker.keep([], true);
    expect((await worker.standing()).files).toBe(edition.files.length);
  });

  it("does not serve when some of it could not be had", async () => {
    const { host } = await visited();
    const worker = keeper(host.scope, await editionOf("second", second));
    host.serve(undefined);
    await expect(worker.install()).rejects.toThrow("Failed to fetch");
  });
});
