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

  it.each(["Bo;=1+1", "Bo,=1+1", "Bo\t=1+1", "Bo\n=1+1", "Bo; @x", 'Bo;"=1+1"', "Bo;Ada"])(
    "puts %j in quotes, so that no other sign of a sheet parts it",
    (text) => {
      expect(csvOf([[text]])).toMatch(/^"[\s\S]*"\r\n$/);
    },
  );

  it("leaves a text without a formula as it is, and puts an apostrophe where one would begin in it", () => {
    expect(csvOf([["Bo;=1+1"]])).toBe('"Bo;\'=1+1"\r\n');
    expect(csvOf([["Bo;-1"], ["a;\t+1"], ['b,"@x']])).toBe(
      '"Bo;\'-1"\r\n"a;\t\'+1"\r\n"b,""\'@x"\r\n',
    );
    expect(csvOf([["3 × answer 0: 1; 2 × case f(-1) = 2"]])).toBe(
      '"3 × answer 0: 1; 2 × case f(-1) = 2"\r\n',
    );
    expect(csvOf([["It was late. O'Neil, Bo-Ann."]])).toBe(`"It was late. O'Neil, Bo-Ann."\r\n`);
  });

  it("leaves numbers below 0 as they are, and rounds to four digits", () => {
    expect(csvOf([[-1.5, 1 / 3, Number.NaN]])).toBe("-1.5,0.3333,\r\n");
  });
});
