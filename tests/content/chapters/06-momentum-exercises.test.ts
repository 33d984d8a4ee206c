import { describe, expect, it } from "vitest";
import { allExercises } from "../exercises/exercise-files.ts";
import { rate } from "./momentum-rate.ts";
import { numbersIn } from "./prose.ts";

describe("the exercises of chapter 6", () => {
  const exercise = (id: string) => {
    const found = allExercises().find((one) => one.id === id);
    if (!found) throw new Error(`no exercise ${id}`);
    return found.data;
  };

  it("name the behaviour that the roots have", () => {
    const data = exercise("name-the-behaviour");
    if (data.kind !== "match") throw new Error("it is a match");
    for (const { text: row, right, feedback } of data.rows) {
      const [etaLambda, beta] = numbersIn(row).map(Number) as [number, number];
      const trace = 1 + beta - etaLambda;
      const behaviour =
        rate(etaLambda, beta) > 1
          ? "divergent"
          : trace ** 2 < 4 * beta
            ? "ringing"
            : trace > 0
              ? "creeping"
              : "hopping";
      expect(data.options[right]).toBe(behaviour);
      const border = (1 - Math.sqrt(etaLambda)) ** 2;
      const limit = 2 * (1 + beta);
      const stated = numbersIn(feedback).map(Number);
      expect(stated.some((one) => [border, limit].some((it) => Math.abs(one - it) < 5e-4))).toBe(
        true,
      );
    }
  });

  it("know where each mistake of the next steps comes from", () => {
    const data = exercise("next-steps");
    if (data.kind !== "points") throw new Error("it has points");
    const g = ([x, y]: readonly number[]) => [x!, 4 * y!];
    const to = (from: readonly number[], v: readonly number[]) =>
      from.map((at, i) => at - 0.2 * v[i]!);
    const v1 = g([-4, 2]);
    const one = to([-4, 2], v1);
    const kept = (share: number, slope: number) =>
      g(one).map((gi, i) => share * v1[i]! + slope * gi);
    expect(kept(0.5, 1)).toEqual([-5.2, 5.6].map((value) => expect.closeTo(value, 9)));
    const wrong = [
      to([-4, 2], [-4, 2]),
      to(
        [-4, 2],
        v1.map((value) => -value),
      ),
      to(one, kept(0, 1)),
      to(one, kept(1, 1)),
      to(one, kept(0.5, 0)),
    ];
    data.mistakes.forEach(({ x, y }, index) => {
      expect([x, y]).toEqual(wrong[index]!.map((value) => expect.closeTo(value, 9)));
    });
  });
});
