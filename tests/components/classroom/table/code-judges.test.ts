import { describe, expect, it } from "vitest";
import { codeJudges } from "#components/classroom/table/code-judges.ts";
import type { CodeJob } from "#src/grading/code.ts";
import type { SandboxOptions } from "#src/notebook/sandbox.ts";

const job = {} as CodeJob;

/** Judges whose sandboxes are played by the test: judges at even places, answers at odd ones. */
function setUp(count: number) {
  const made: { readonly options: SandboxOptions; readonly sent: unknown[]; disposed: boolean }[] =
    [];
  const reasons: string[] = [];
  const judges = codeJudges({
    createSandbox(options) {
      const one = { options, sent: [] as unknown[], disposed: false };
      made.push(one);
      return {
        post: (data) => void one.sent.push(data),
        prepare() {},
        restart() {},
        dispose() {
          one.disposed = true;
        },
      };
    },
    judge: async () => "judge",
    answer: async () => "answer",
    count,
    onUnavailable: (reason) => reasons.push(reason),
  });
  return { judges, made, reasons };
}

describe("the judges of a class", () => {
  it("are as many as are asked for; answers beyond them wait", async () => {
    const { judges, made } = setUp(2);
    const all = [0, 1, 2].map(() => judges.judge(job));
    await Promise.resolve();
    expect(made).toHaveLength(4);
    const judge = made.find(({ sent }) => sent.length > 0);
    judge?.options.onMessage({ run: 1, verdict: { kind: "pass" } });
    expect(await Promise.race(all)).toEqual({ verdict: { kind: "pass" } });
    await Promise.resolve();
    expect(judge?.sent).toHaveLength(2);
    judges.close();
    expect(made.every(({ disposed }) => disposed)).toBe(true);
  });

  it.each(["memory", "ended"] as const)("tell that an answer was ended for %s", async (loss) => {
    const { judges, made } = setUp(1);
    const judged = judges.judge(job);
    await Promise.resolve();
    made[0]?.options.onLost("It was too much.", loss);
    expect(await judged).toEqual({
      verdict: { kind: "error", stage: "run", message: "It was too much." },
      ended: loss,
    });
  });

  it("blame no answer when nothing can be run at all", async () => {
    const { judges, made, reasons } = setUp(1);
    const judged = judges.judge(job);
    await Promise.resolve();
    made[0]?.options.onLost("This browser starts no worker.", "unavailable");
    expect((await judged).verdict).toEqual({
      kind: "broken",
      message: "This browser starts no worker.",
    });
    expect(reasons).toEqual(["This browser starts no worker."]);
  });
});
