import { describe, expect, it } from "vitest";
import { originOf } from "#src/notebook/compile-position.ts";

describe("originOf", () => {
  // Segments (generated column, file, line, column) as in the source map proposal, revision 3:
  // line 1: 0→0:0 and 4→0:10; line 2: 0→1:2.
  const origin = originOf("AAAA,IAAU;AACR");

  it("maps the start of a segment to the place it names", () => {
    expect(origin({ line: 1, column: 5 })).toEqual({ line: 1, column: 11 });
    expect(origin({ line: 2, column: 1 })).toEqual({ line: 2, column: 3 });
  });

  it("keeps the distance from the segment before", () => {
    expect(origin({ line: 1, column: 7 })).toEqual({ line: 1, column: 13 });
    expect(origin({ line: 1, column: 3 })).toEqual({ line: 1, column: 3 });
  });

  it("leaves a line without segments as it is", () => {
    expect(origin({ line: 9, column: 4 })).toEqual({ line: 9, column: 4 });
  });
});
