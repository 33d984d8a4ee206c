import { beforeEach, describe, expect, it, vi } from "vitest";
import { goesOn, placeAt, readPlace, shareInWords } from "#components/reading/place.ts";
import { forgetPlaces, lastPlace, placeOf } from "#components/reading/place-store.ts";
import { fakeStorage } from "../../fake-storage.ts";

const anchors = [
  { id: "ravines", top: -900 },
  { id: "eq-momentum", top: 100 },
  { id: "phase", top: 700 },
];

describe("placeAt", () => {
  it("is the last anchor that has come up to the line of reading, and the share above the foot", () => {
    expect(placeAt(anchors, { top: -1000, bottom: 9000 }, 800, 7)).toEqual({
      id: "eq-momentum",
      share: 0.18,
      at: 7,
    });
  });

  it("is nowhere while the head of the chapter is on the screen", () => {
    expect(placeAt(anchors.slice(2), { top: 600, bottom: 9000 }, 800, 7)).toBeUndefined();
  });

  it("is never more than the whole, below the text", () => {
    expect(placeAt(anchors, { top: -9000, bottom: 300 }, 800, 7)?.share).toBe(1);
  });
});

describe("a place", () => {
  it("is gone on to between the beginning and the end", () => {
    const at = (share: number) => goesOn({ id: "a", share, at: 1 });
    expect([0, 0.01, 0.4, 0.96, 0.99, 1].map(at)).toEqual([false, false, true, true, false, false]);
  });

  it("is told in percent, and at the end in words", () => {
    const words = (share: number) => shareInWords({ id: "a", share, at: 1 });
    expect([0.424, 1].map(words)).toEqual(["42 % read", "read to the end"]);
  });

  it("is read from data only in its own shape", () => {
    const place = { id: "phase", share: 0.4, at: 7 };
    expect(readPlace({ ...place, more: 1 })).toEqual(place);
    for (const data of [null, 1, {}, { ...place, share: 1.2 }, { ...place, share: Number.NaN }])
      expect(readPlace(data)).toBeUndefined();
  });
});

describe("the places that are kept", () => {
  beforeEach(() => {
    const { storage, map } = fakeStorage({ "downhill:cell:adam:a": "{}" });
    // The keys of a browser's storage are its own.
    vi.stubGlobal(
      "localStorage",
      new Proxy(storage, {
        ownKeys: () => [...map.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      }),
    );
    return () => vi.unstubAllGlobals();
  });

  it("are one for each chapter, and the last of them in time is found", () => {
    expect(lastPlace()).toBeUndefined();
    placeOf("momentum").write({ id: "phase", share: 0.4, at: 20 });
    placeOf("adam").write({ id: "start", share: 0.1, at: 10 });
    expect(lastPlace()).toEqual({
      chapter: "momentum",
      place: { id: "phase", share: 0.4, at: 20 },
    });
  });

  it("are forgotten all at once, and nothing else is", () => {
    placeOf("momentum").write({ id: "phase", share: 0.4, at: 20 });
    placeOf("adam").write({ id: "start", share: 0.1, at: 10 });
    expect(forgetPlaces()).toBe(2);
    expect(lastPlace()).toBeUndefined();
    expect(localStorage.getItem("downhill:cell:adam:a")).toBe("{}");
    expect(forgetPlaces()).toBe(0);
  });
});
