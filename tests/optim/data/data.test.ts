import { digits, iris } from "@downhill/optim/data";
import { describe, expect, it } from "vitest";

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe("digits", () => {
  const { X, y } = digits();

  it("are 1797 images of 64 pixels from 0 to 16", () => {
    expect(X).toHaveLength(1797);
    expect(X.every((image) => image.length === 64)).toBe(true);
    expect(X.every((image) => image.every((ink) => ink >= 0 && ink <= 16))).toBe(true);
  });

  it("show each digit as often as the repository says", () => {
    // The class distribution of optdigits.tes in optdigits.names.
    const counts = Array.from({ length: 10 }, (_, d) => y.filter((one) => one === d).length);
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  });

  it("begin with the 0 that everybody knows", () => {
    expect([...X[0]!.subarray(0, 8)]).toEqual([0, 0, 5, 13, 9, 1, 0, 0]);
    expect(y.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("iris", () => {
  const { X, y } = iris();

  it("are 50 flowers of each species, four lengths each", () => {
    expect([0, 1, 2].map((kind) => y.filter((one) => one === kind).length)).toEqual([50, 50, 50]);
    expect(X.every((row) => row.length === 4)).toBe(true);
  });

  it("have the means that iris.names states", () => {
    // Sepal length, sepal width, petal length and petal width: 5.84, 3.05, 3.76, 1.20.
    const means = [0, 1, 2, 3].map((j) => mean(X.map((row) => row[j]!)));
    for (const [j, stated] of [5.84, 3.05, 3.76, 1.2].entries())
      expect(Math.abs(means[j]! - stated)).toBeLessThan(0.01);
  });
});
