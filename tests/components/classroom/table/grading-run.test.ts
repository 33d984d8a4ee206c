import { describe, expect, it, vi } from "vitest";
import { gradingRun, type RegradeWorker } from "#components/classroom/table/grading-run.ts";
import type {
  FromRegrade,
  Graded,
  Grounds,
  ToRegrade,
} from "#components/classroom/table/regrade-protocol.ts";

const graded = (file: string) => ({ result: { file }, answers: {} }) as unknown as Graded;

/** A run whose workers are played by the test. */
function setUp() {
  const workers: {
    readonly sent: ToRegrade[];
    readonly ended: () => boolean;
    tell(message: FromRegrade): void;
    fail(message: string): void;
  }[] = [];
  const done: string[] = [];
  const ends: (string | undefined)[] = [];
  const judge = vi.fn(async () => ({ verdict: { kind: "pass" } as const }));
  let unavailable: (reason: string) => void = () => {};
  const run = gradingRun({
    grounds: {} as Grounds,
    atOnce: 2,
    startWorker() {
      const sent: ToRegrade[] = [];
      let ended = false;
      const worker: RegradeWorker = {
        postMessage: (message) => void sent.push(message),
        onmessage: null,
        onerror: null,
        terminate() {
          ended = true;
        },
      };
      workers.push({
        sent,
        ended: () => ended,
        tell: (data) => worker.onmessage?.({ data } as MessageEvent<FromRegrade>),
        fail: (message) =>
          worker.onerror?.({ message, preventDefault() {} } as unknown as ErrorEvent),
      });
      return worker;
    },
    startJudges(onUnavailable) {
      unavailable = onUnavailable;
      return { judge, close() {} };
    },
    onGraded: ({ result }) => done.push(result.file),
    onEnd: (problem) => ends.push(problem),
  });
  const files = (index: number) =>
    workers[index]?.sent.flatMap((one) => (one.kind === "grade" ? [one.handIn.name] : []));
  return { run, workers, done, ends, files, judge, lose: (reason: string) => unavailable(reason) };
}

const handIns = ["a", "b", "c"].map((name) => ({ name, content: "" }));

describe("the grading of a class", () => {
  it("has so many files under way, and ends its workers after the last", () => {
    const { run, workers, files, done, ends } = setUp();
    run.add(handIns);
    expect(workers[0]?.sent[0]?.kind).toBe("grounds");
    expect(files(0)).toEqual(["a", "b"]);
    for (const name of ["b", "a", "c"])
      workers[0]?.tell({ kind: "graded", name, graded: graded(name) });
    expect(files(0)).toEqual(["a", "b", "c"]);
    expect(done).toEqual(["b", "a", "c"]);
    expect(ends).toEqual([undefined]);
    expect(workers[0]?.ended()).toBe(true);
    expect(run.waiting()).toBe(0);
  });

  it("counts no file twice, whatever its worker says", () => {
    const { run, workers, done } = setUp();
    run.add(handIns);
    for (const name of ["a", "a", "elsewhere"])
      workers[0]?.tell({ kind: "graded", name, graded: graded(name) });
    expect(done).toEqual(["a"]);
  });

  it("hands answers in code to the judges, and what became of them back", async () => {
    const { run, workers, judge } = setUp();
    run.add(handIns);
    workers[0]?.tell({ kind: "judge", ask: 7, job: {} as never });
    expect(judge).toHaveBeenCalledOnce();
    await vi.waitFor(() =>
      expect(workers[0]?.sent.at(-1)).toEqual({
        kind: "judged",
        ask: 7,
        judged: { verdict: { kind: "pass" } },
      }),
    );
  });

  it("stops, keeps what is not graded, and goes on with it in a fresh worker", () => {
    const { run, workers, files, done } = setUp();
    run.add(handIns);
    workers[0]?.tell({ kind: "graded", name: "a", graded: graded("a") });
    run.stop();
    expect(workers[0]?.ended()).toBe(true);
    expect(run.waiting()).toBe(2);
    expect(run.going()).toBe(false);
    workers[0]?.tell({ kind: "graded", name: "b", graded: graded("b") });
    expect(done).toEqual(["a"]);
    run.goOn();
    expect(files(1)).toEqual(["b", "c"]);
  });

  it("blames nobody when no code can be run, and says why", () => {
    const { run, ends, lose, done } = setUp();
    run.add(handIns);
    lose("The part of the page that runs code could not be loaded.");
    expect(ends).toEqual(["The part of the page that runs code could not be loaded."]);
    expect(done).toEqual([]);
    expect(run.waiting()).toBe(3);
  });

  it("says that its own worker could not be loaded", () => {
    const { run, workers, ends } = setUp();
    run.add(handIns);
    workers[0]?.fail("");
    expect(ends).toEqual([
      "The part of the page that grades could not be loaded (no answer). Check the connection and go on.",
    ]);
  });
});
