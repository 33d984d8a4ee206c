import { describe, expect, it } from "vitest";
import { callerOf } from "#src/grading/answer-here.ts";
import { replay } from "#src/grading/replay.ts";

const double = callerOf((x) => 2 * (x as number));

describe("replay", () => {
  it("gives what the bodies give when the function is called on the spot", async () => {
    const endings = await replay(
      [(f) => f(f(f(1))), (f) => (f(1) as number) + (f(10) as number), () => "no call"],
      double,
    );
    expect(endings.map((one) => one.kind === "value" && one.value)).toEqual([8, 22, "no call"]);
  });

  it("asks the calls of all bodies together", async () => {
    const asked: number[] = [];
    await replay(
      [1, 2, 3].map((x) => (f) => f(f(x))),
      (calls) => {
        asked.push(calls.length);
        return double(calls);
      },
    );
    expect(asked).toEqual([3, 3]);
  });

  it("shows a body what the call did to its arguments", async () => {
    const spoil = callerOf((list, record) => {
      (list as number[]).push(9);
      (record as { k: number }).k = 5;
    });
    const [ending] = await replay(
      [
        (f) => {
          const [list, record] = [[1], { k: 1 }];
          f(list, record);
          return { list, record };
        },
      ],
      spoil,
    );
    expect(ending).toMatchObject({ value: { list: [1, 9], record: { k: 5 } } });
  });

  it("tells a function that throws from a body that stumbles over what it returned", async () => {
    const picky = callerOf((x) => {
      if (x === 2) throw new RangeError("not two");
      return undefined;
    });
    const body = (x: number) => (f: (x: number) => unknown) => (f(x) as { y: number }).y;
    const endings = await replay([body(1), body(2)], picky);
    expect(endings).toEqual([
      { kind: "stumbled" },
      { kind: "threw", problem: { stage: "run", message: "RangeError: not two" }, args: [2] },
    ]);
  });
});
