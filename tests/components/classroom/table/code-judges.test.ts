import { describe, expect, it, vi } from "vitest";
import { codeJudges } from "#components/classroom/table/code-judges.ts";
import type { CodeJob } from "#src/grading/code.ts";
import type { SandboxOptions } from "#src/notebook/sandbox.ts";

const job = {} as CodeJob;
const jobOf = (answer: string) => ({ answer }) as CodeJob;
const PASSED = { verdict: { kind: "pass" } };
/** Until nothing more happens by itself. */
const idle = () => new Promise((resolve) => setTimeout(resolve));

/** Judges whose sandboxes are played by the test: judges at even places, answers at odd ones. */
function setUp(count: number) {
  const made: { readonly options: SandboxOptions; readonly sent: unknown[]; disposed: boolean }[] =
    [];
  const reasons: string[] = [];
  /** What the next who ask for a sign of life wait for. */
  const signs: Promise<void>[] = [];
  /** Answers that are being judged, with the ways in which that may end. */
  const asked = new Map<string, { pass(): void; lose(reason: string): void }>();
  const judges = codeJudges({
    createSandbox(options) {
      const one = { options, sent: [] as unknown[], disposed: false };
      made.push(one);
      return {
        post(data) {
          one.sent.push(data);
          const { run, job } = data as { readonly run: number; readonly job?: CodeJob };
          if (!job) return;
          const end = (act: () => void) => {
            asked.delete(job.answer);
            act();
          };
          asked.set(job.answer, {
            pass: () => end(() => options.onMessage({ run, verdict: { kind: "pass" } })),
            lose: (reason) => end(() => options.onLost(reason, "memory")),
          });
        },
        sign: () => signs.shift() ?? Promise.resolve(),
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
    limit: 5,
    onUnavailable: (reason) => reasons.push(reason),
  });
  return { judges, asked, made, reasons, signs };
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

  it("tell that an answer was ended", async () => {
    const { judges, made } = setUp(1);
    const judged = judges.judge(job);
    await Promise.resolve();
    made[0]?.options.onLost("It was too much.", "ended");
    expect(await judged).toEqual({
      verdict: { kind: "error", stage: "run", message: "It was too much." },
      ended: "ended",
    });
  });

  it("judge once more, with nobody beside, those who were ended with one process", async () => {
    const { judges, asked, made, signs } = setUp(3);
    const [bomb, ada, bo] = ["bomb", "Ada", "Bo"].map((name) => judges.judge(jobOf(name)));
    await idle();
    asked.get("Bo")?.pass();
    expect(await bo).toEqual(PASSED);
    asked.clear();
    // One has died with the others, and is not missed yet.
    let missed = () => {};
    signs.push(new Promise<void>((resolve) => (missed = resolve)));
    const dead = "The memory is used up.";
    for (const { options } of made.slice(0, -1)) options.onLost(dead, "memory");
    await idle();
    expect([...asked.keys()]).toEqual([]);
    made.at(-1)?.options.onLost(dead, "memory");
    missed();
    await idle();
    const cy = judges.judge(jobOf("Cy"));
    await idle();
    expect([...asked.keys()]).toEqual(["bomb"]);
    asked.get("bomb")?.lose("The memory is used up.");
    expect(await bomb).toEqual({
      verdict: { kind: "error", stage: "run", message: "The memory is used up." },
      ended: "memory",
    });
    for (const next of ["Cy", "Ada"]) {
      await idle();
      expect([...asked.keys()]).toEqual([next]);
      asked.get(next)?.pass();
    }
    expect(await Promise.all([ada, cy])).toEqual([PASSED, PASSED]);
  });

  it("call no answer endless whose process had died unheard before the limit of time", async () => {
    const { judges, asked, made, signs } = setUp(1);
    let lost = () => {};
    signs.push(
      new Promise<void>((resolve) => {
        lost = () => {
          for (const { options } of made) options.onLost("The memory is used up.", "memory");
          resolve();
        };
      }),
    );
    const judged = judges.judge(jobOf("Ada"));
    await idle();
    const [answer, judge] = made;
    judge?.options.onMessage({ run: 1, question: { number: 1 } });
    answer?.options.onMessage({ begun: 1 });
    asked.clear();
    await vi.waitUntil(() => signs.length === 0);
    lost();
    await vi.waitUntil(() => asked.size > 0);
    asked.get("Ada")?.pass();
    expect(await judged).toEqual(PASSED);
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
