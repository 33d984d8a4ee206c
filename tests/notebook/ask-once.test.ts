import { describe, expect, it } from "vitest";
import { askOnce } from "#src/notebook/ask-once.ts";

describe("askOnce", () => {
  it("asks once and gives everybody the answer, those who come while it is under way too", async () => {
    let asked = 0;
    const ask = askOnce(async () => ++asked);
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    expect(await ask()).toBe(1);
  });

  it("asks again after a failure", async () => {
    const answers = [new Error("offline"), "here"];
    const ask = askOnce(async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    });
    await expect(ask()).rejects.toThrow("offline");
    expect(await ask()).toBe("here");
  });
});
