import { describe, expect, it } from "vitest";
import { sensitivityForeground } from "#components/widgets/rate-sensitivity/figure.ts";
import { METHODS, type MethodName } from "#components/widgets/rate-sensitivity/methods.ts";
import { sensitivityFields } from "#components/widgets/rate-sensitivity/state.ts";
import { storedRows } from "#components/widgets/rate-sensitivity/stored.ts";
import { RATES, type Row, trainedLoss } from "#components/widgets/rate-sensitivity/training.ts";
import { usable } from "#components/widgets/rate-sensitivity/usable.ts";
import { comparison } from "#components/widgets/rate-sensitivity/use-rows.ts";
import {
  rangeText,
  sensitivitySummary,
  sensitivityTable,
} from "#components/widgets/rate-sensitivity/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(sensitivityFields);
const rowOf = (method: MethodName) => storedRows.find((row) => row.method === method) as Row;
const at = (method: MethodName, rate: number) =>
  rowOf(method).losses[RATES.indexOf(rate)] as number;

describe("the losses by learning rate", () => {
  it.each([
    ["SGD", 0.1],
    ["momentum", 0.01],
    ["Adam", 0.3],
    ["Lion", 0.03],
    ["RMSprop", 10],
  ] as const)("are what a training comes to: %s at %d", (method, rate) => {
    expect(trainedLoss(method, rate)).toBeCloseTo(at(method, rate), 4);
  });

  it("are there for every method and rate", () => {
    expect(storedRows.map(({ method }) => method)).toEqual(METHODS);
    for (const { losses } of storedRows) expect(losses).toHaveLength(RATES.length);
  });

  it("come below 0.06 with every method, at some rate of its own", () => {
    for (const { losses } of storedRows) expect(Math.min(...losses)).toBeLessThan(0.06);
  });

  it("are above 0.25 at 0.001 with every method", () => {
    for (const method of METHODS) expect(at(method, 0.001)).toBeGreaterThan(0.25);
  });

  it("leave some methods far behind at any one rate", () => {
    for (const rate of RATES.slice(RATES.indexOf(0.01))) {
      const losses = METHODS.map((method) => at(method, rate));
      expect(Math.max(...losses) / Math.min(...losses)).toBeGreaterThan(40);
    }
    const fastest = (rate: number) =>
      METHODS.toSorted((a, b) => at(a, rate) - at(b, rate)).slice(0, 3);
    expect(fastest(0.01)[0]).toBe("Lion");
    expect(fastest(1)).toContain("momentum");
    expect(at("Lion", 1)).toBeGreaterThan(0.9);
    expect(at("momentum", 0.01)).toBeGreaterThan(0.24);
  });

  it("are those of momentum at a tenth of the rate of SGD, while the rate is small", () => {
    for (const rate of [0.001, 0.003, 0.01, 0.03, 0.1, 0.3]) {
      const tenth = RATES[RATES.indexOf(rate) - 2] as number;
      expect(Math.abs(at("SGD", rate) / at("momentum", tenth) - 1)).toBeLessThan(0.03);
    }
    expect(at("SGD", 10)).toBeGreaterThan(5 * at("momentum", 1));
  });
});

describe("the good range of rates", () => {
  it("is read around the lowest loss", () => {
    const row: Row = { method: "SGD", losses: [0.9, 0.05, 0.9, 0.09, 0.01, 0.1, 0.2, 1, 1, 1, 1] };
    expect(usable(row, 0.1)).toEqual({ best: 4, atEdge: false, range: [0.003, 0.03] });
    expect(usable(row, 0.001).range).toBeUndefined();
    expect(usable({ ...row, losses: row.losses.toReversed() }, 0.02).range).toEqual([0.1, 0.1]);
  });

  it("is said to be at the edge where it is: three methods were not tried with rates high enough", () => {
    const edged = storedRows.filter((row) => usable(row, 0.1).atEdge);
    expect(edged.map(({ method }) => method)).toEqual(["SGD", "Adadelta", "schedule-free"]);
  });

  it("reaches as far for both of the methods compared at first", () => {
    expect(usable(rowOf("momentum"), initial.limit).range).toEqual([0.1, 1]);
    expect(usable(rowOf("Adam"), initial.limit).range).toEqual([0.03, 0.3]);
    expect(rangeText([0.03, 0.3])).toBe("from η = 0.03 to 0.3, a factor of 10");
    expect(rangeText([1, 1])).toBe("at η = 1 only");
  });
});

describe("the figure", () => {
  it("says what it shows", () => {
    const text = sensitivitySummary(storedRows, initial);
    expect(text).toContain("momentum: lowest loss 0.002 at η = 1");
    expect(text).toContain("In all, 12 of 12 methods come down to 0.1 at some rate.");
    const one = sensitivitySummary(storedRows, { ...initial, one: "SGD", other: "SGD" });
    expect(one).toContain("SGD: lowest loss 0.017 at η = 10, at the edge of what was tried");
    expect(sensitivityTable(storedRows, 0.004).rows.find(([name]) => name === "Lion")).toEqual([
      "Lion",
      "0.0061",
      "0.03",
      "nowhere",
      "–",
    ]);
  });

  it("keeps trainings that left the numbers out of the picture", () => {
    const wild: Row = { method: "Adam", losses: RATES.map(() => Number.POSITIVE_INFINITY) };
    const rows = [wild, ...storedRows.filter(({ method }) => method !== "Adam")];
    const values = JSON.stringify(sensitivityForeground(rows, initial));
    expect(values).not.toMatch(/"y":null|Infinity|NaN/);
    expect(sensitivitySummary(rows, initial)).toContain("Adam diverged at every rate.");
  });

  it("tells whether another machine comes to the same", () => {
    expect(comparison(storedRows)).toContain("All 132 losses agree");
    const other = storedRows.map((row) =>
      row.method === "Lion" ? { ...row, losses: row.losses.map((loss) => 1.01 * loss) } : row,
    );
    expect(comparison(other)).toContain("121 of 132 losses agree");
  });
});
