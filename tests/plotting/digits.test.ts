import { describe, expect, it } from "vitest";
import { fixed, pair, powerOfTen, significant } from "#src/plotting/digits.ts";

describe("numbers in print", () => {
  it("carry a real minus sign", () => {
    expect(fixed(-0.19728, 3)).toBe("−0.197");
    expect(pair(-4, 1)).toBe("(−4.00, 1.00)");
  });

  it("show no sign before a rounded zero", () => {
    expect(fixed(-0.001, 2)).toBe("0.00");
  });

  it("keep significant digits without trailing zeros", () => {
    expect(significant(1 / 9)).toBe("0.1111");
    expect(significant(0.9)).toBe("0.9");
    expect(significant(0)).toBe("0");
  });

  it("turn into a power of ten when very small or very large", () => {
    expect(significant(2e-7)).toBe("2 × 10⁻⁷");
    expect(significant(1e9)).toBe("10⁹");
    expect(powerOfTen(-3)).toBe("10⁻³");
  });

  it("say in a word when they are no numbers", () => {
    expect(significant(Number.NaN)).toBe("not a number");
    expect(fixed(Number.NEGATIVE_INFINITY, 2)).toBe("−∞");
  });
});
