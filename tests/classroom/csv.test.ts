import { describe, expect, it } from "vitest";
import { csvOf } from "#src/classroom/csv.ts";

describe("a table as CSV", () => {
  it("ends each line with CR and LF and quotes what has a comma, a quote or a line end", () => {
    expect(
      csvOf([
        ["a", 1.25],
        ['say "x", y', undefined],
        ["two\nlines", " edge"],
      ]),
    ).toBe('a,1.25\r\n"say ""x"", y",\r\n"two\nlines"," edge"\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@x", "\t=1", ' =HYPERLINK("http://x")', "\r=1"])(
    "puts %j behind an apostrophe, so that no program takes it for a formula",
    (text) => {
      expect(csvOf([[text]]).replace(/^"/, "")).toMatch(/^'/);
    },
  );

  it("leaves numbers below 0 as they are, and rounds to four digits", () => {
    expect(csvOf([[-1.5, 1 / 3, Number.NaN]])).toBe("-1.5,0.3333,\r\n");
  });
});
