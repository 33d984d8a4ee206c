import { describe, expect, it } from "vitest";
import { listed } from "#src/language/listed.ts";

describe("a list in a sentence", () => {
  it("has its last item behind a word", () => {
    expect(listed(["a"])).toBe("a");
    expect(listed(["a", "b"])).toBe("a and b");
    expect(listed(["a", "b", "c"])).toBe("a, b and c");
  });

  it("can be one of which one holds", () => {
    expect(listed(["a", "b", "c"], "disjunction")).toBe("a, b or c");
  });
});
