import { describe, expect, it, vi } from "vitest";
import { createGrader, shareOf } from "#src/grading/grader.ts";
import type { Sandbox, SandboxOptions } from "#src/notebook/sandbox.ts";

const job = { answer: "", starter: "", check: "", solution: "", mistakes: [] };

/** A grader over two sandboxes of paper: what is posted is kept, replies are made by hand. */
function setUp(limit?: number) {
  const made = new Map<string, ReturnType<typeof paper>>();
  const paper = (options: SandboxOptions) => ({
    options,
    posted: [] as unknown[],
    restart: vi.fn(),
  });
  const names = new Map([
    [judge, "judge"],
    [answer, "answer"],
  ]);
  const createSandbox = (options: SandboxOptions): Sandbox => {
    const one = paper(options);
    made.set(names.get(options.script) ?? "", one);
    return {
      post: (data) => one.posted.push(data),
      prepare() {},
      restart: one.restart,
      sign: async () => {},
      dispose() {},
    };
  };
  const grader = createGrader({ createSandbox, judge, answer, ...(limit && { limit }) });
  const of = (name: string) => {
    const one = made.get(name);
    if (!one) throw new Error(`no sandbox for the ${name}`);
    return one;
  };
  return {
    grader,
    of,
    judgeSays: (data: unknown) => of("judge").options.onMessage(data),
    answerSays: (data: unknown) => of("answer").options.onMessage(data),
  };
}
const judge = async () => "judge";
const answer = async () => "answer";

describe("the grader of a page", () => {
  it("sends the check to the judge alone, and gives the judge's verdict", async () => {
    const { grader, of, judgeSays } = setUp();
    const verdict = grader.grade(job);
    expect(of("judge").posted).toEqual([{ run: 1, job }]);
    expect(of("answer").posted).toEqual([]);
    judgeSays({ run: 1, verdict: { kind: "pass" } });
    expect(await verdict).toEqual({ kind: "pass" });
  });

  it("takes no verdict from where the answer runs, nor one of an older run", async () => {
    const { grader, judgeSays, answerSays } = setUp();
    const verdict = grader.grade(job);
    answerSays({ run: 1, verdict: { kind: "pass" } });
    judgeSays({ run: 0, verdict: { kind: "pass" } });
    judgeSays({ run: 1, verdict: { kind: "broken", message: "" } });
    expect(await verdict).toMatchObject({ kind: "broken" });
  });

  it("carries one question to the answer and one message back, whatever else it posts", () => {
    const { grader, of, judgeSays, answerSays } = setUp();
    grader.grade(job);
    answerSays({ number: 1, results: ["too early"] });
    const question = { number: 1, ask: "open", source: "", name: "f" };
    judgeSays({ run: 1, question });
    expect(of("answer").posted).toEqual([question]);
    for (const data of [
      "nonsense",
      null,
      { number: 2 },
      { number: 1, problem: undefined },
      { number: 1 },
    ])
      answerSays(data);
    expect(of("judge").posted.slice(1)).toEqual([{ told: { number: 1, problem: undefined } }]);
  });

  it("gives every answer a fresh worker", async () => {
    const { grader, of, judgeSays } = setUp();
    const verdict = grader.grade(job);
    judgeSays({ run: 1, verdict: { kind: "pass" } });
    await verdict;
    expect(of("answer").restart).toHaveBeenCalledOnce();
    expect(of("judge").restart).not.toHaveBeenCalled();
  });

  it("ends a check that takes too long, in words, with fresh workers", async () => {
    const { grader, of, judgeSays, answerSays } = setUp(5);
    const verdict = grader.grade(job);
    judgeSays({ run: 1, question: { number: 1, ask: "open", source: "", name: "f" } });
    answerSays({ begun: 1 });
    expect(await verdict).toEqual({
      kind: "error",
      stage: "time",
      message:
        "The check was ended after 0.005 seconds. Look for a loop that never ends; your code is kept.",
    });
    expect(of("answer").restart).toHaveBeenCalledOnce();
    expect(of("judge").restart).toHaveBeenCalledOnce();
  });

  it("counts the time from where the answer begins, once", async () => {
    vi.useFakeTimers();
    const { grader, judgeSays, answerSays } = setUp(5);
    const verdict = grader.grade(job);
    judgeSays({ run: 1, question: { number: 1, ask: "open", source: "", name: "f" } });
    vi.advanceTimersByTime(1000);
    answerSays({ begun: 1 });
    vi.advanceTimersByTime(4);
    answerSays({ begun: 1 });
    vi.advanceTimersByTime(1);
    vi.useRealTimers();
    expect(await verdict).toMatchObject({ stage: "time" });
  });

  it("stops when asked, and survives the loss of a worker", async () => {
    const { grader, of } = setUp();
    const stopped = grader.grade(job);
    grader.stop();
    expect(await stopped).toMatchObject({
      stage: "time",
      message: "You stopped the check. Your code is kept.",
    });
    for (const name of ["judge", "answer"]) {
      const lost = grader.grade(job);
      of(name).options.onLost("gone");
      expect(await lost).toEqual({ kind: "error", stage: "run", message: "gone" });
    }
  });
});

describe("a grader that exercises share", () => {
  it("goes on with the check of one when another one, whose check it displaced or ended, stops", async () => {
    const { grader, judgeSays } = setUp();
    const [one, other] = [shareOf(() => grader), shareOf(() => grader)];
    const displaced = one.grade(job);
    const verdict = other.grade(job);
    expect(await displaced).toMatchObject({ stage: "time" });
    one.stop();
    judgeSays({ run: 2, verdict: { kind: "pass" } });
    expect(await verdict).toEqual({ kind: "pass" });
    const again = one.grade(job);
    other.stop();
    judgeSays({ run: 3, verdict: { kind: "pass" } });
    expect(await again).toEqual({ kind: "pass" });
  });

  it("ends the check of the one that stops, the latest of several too", async () => {
    const { grader } = setUp();
    const one = shareOf(() => grader);
    const [first, second] = [one.grade(job), one.grade(job)];
    expect(await first).toMatchObject({ message: "A newer check took the place of this one." });
    one.stop();
    expect(await second).toMatchObject({ message: "You stopped the check. Your code is kept." });
  });
});
