import { describe, expect, it } from "vitest";
import { isFrugal } from "#components/offline/choice.ts";
import { inWords } from "#components/offline/sizes.ts";
import { copyInWords, storageInWords } from "#components/offline/words.ts";

const part = {
  files: 3,
  bytes: 2_460_000,
  ofFiles: 9,
  ofBytes: 41_000_000,
  busy: false,
  earlier: 0,
};

describe("what is said of the copy", () => {
  it("is that there is none, some of it, all of it", () => {
    expect(copyInWords(undefined)).toBe(
      "Nothing of the book is kept on this device for reading offline.",
    );
    expect(copyInWords(part)).toBe(
      "2.5 MB of 41 MB of the book are kept on this device: what you have visited.",
    );
    expect(copyInWords({ ...part, busy: true })).toContain("and more is coming");
    expect(copyInWords({ ...part, files: 9, bytes: part.ofBytes })).toBe(
      "The whole book is kept on this device: 41 MB. It opens without a network.",
    );
  });

  it("names what stood in the way, and an edition that open pages still need", () => {
    const said = copyInWords({ ...part, problem: "No room.", earlier: 1 });
    expect(said).toMatch(/visited\. No room\. The edition before is kept too/);
  });

  it("sets the reader's work apart from what the browser counts", () => {
    expect(storageInWords(2300, { usage: 43e6, quota: 2e9 })).toBe(
      "Your work takes 2.3 KB. In all, the browser counts 43 MB for this site, of up to 2.0 GB.",
    );
    expect(storageInWords(80, {})).toBe("Your work takes 80 bytes.");
    expect(storageInWords(0, {})).toBe("There is no work of yours here yet.");
  });

  it("has sizes of two digits or three", () => {
    expect([999, 1000, 9960, 41_234_567].map(inWords)).toEqual([
      "999 bytes",
      "1.0 KB",
      "10.0 KB",
      "41 MB",
    ]);
  });
});

describe("a connection", () => {
  it.each([
    [{}, false],
    [{ effectiveType: "4g", type: "wifi" }, false],
    [{ saveData: true }, true],
    [{ type: "cellular", effectiveType: "4g" }, true],
    [{ effectiveType: "slow-2g" }, true],
  ])("%o is one to be frugal with: %s", (connection, frugal) => {
    expect(isFrugal(connection)).toBe(frugal);
  });
});
