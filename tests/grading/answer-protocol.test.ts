import { describe, expect, it } from "vitest";
import { Interference, remoteAnswerer } from "#src/grading/answer-protocol.ts";

const answerer = (told: unknown) => remoteAnswerer(async () => told);

describe("an answerer at the other end of a line", () => {
  it("hands on problems and results of the right shape", async () => {
    const problem = { stage: "names", message: "no f", line: 1 };
    expect(await answerer({ number: 1, problem }).open("", "f")).toEqual(problem);
    expect(await answerer({ number: 1, problem: undefined }).open("", "f")).toBeUndefined();
    const results = [
      { kind: "returned", value: 1, args: [1] },
      { kind: "threw", problem, args: [2] },
    ];
    expect(await answerer({ number: 1, results }).call([[1], [2]])).toEqual(results);
  });

  it.each([
    ["no record", "pass"],
    ["a stage of its own", { problem: { stage: "pass", message: "" } }],
    ["a message that is no text", { problem: { stage: "run", message: { toString: 1 } } }],
    ["a message without end", { problem: { stage: "run", message: "x".repeat(100_000) } }],
    ["a place that is none", { problem: { stage: "run", message: "", line: "<b>" } }],
  ])("refuses a problem: %s", async (_, told) => {
    await expect(answerer(told).open("", "f")).rejects.toThrow(Interference);
  });

  it.each([
    ["none", {}],
    ["too few", { results: [] }],
    ["more arguments than were given", { results: [{ kind: "returned", value: 1, args: [1, 2] }] }],
    ["a kind of its own", { results: [{ kind: "pass", args: [1] }] }],
    ["thrown without a problem", { results: [{ kind: "threw", args: [1] }] }],
  ])("refuses results: %s", async (_, told) => {
    await expect(answerer(told).call([[1]])).rejects.toThrow(/interfered with its own check/);
  });
});
