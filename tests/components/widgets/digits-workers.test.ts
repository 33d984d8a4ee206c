import { resolve } from "node:path";
import { digits as digitImages } from "@downhill/optim/data";
import { afterEach, describe, expect, it, vi } from "vitest";
import { answering } from "#components/widgets/digits-workers/answer.ts";
import { type Crew, crewOf, type WorkerLike } from "#components/widgets/digits-workers/crew.ts";
import { type Laboratory, runExperiment } from "#components/widgets/digits-workers/experiment.ts";
import type { Measured, Progress } from "#components/widgets/digits-workers/measure.ts";
import { digitsNetwork, LEARNED } from "#components/widgets/digits-workers/network.ts";
import { packDigits, unpackDigits } from "#components/widgets/digits-workers/packed.ts";
import { planOf } from "#components/widgets/digits-workers/plan.ts";
import type { Answer, Question } from "#components/widgets/digits-workers/protocol.ts";
import { endingAt, simulated } from "#components/widgets/digits-workers/simulate.ts";
import {
  COUNTS,
  countsFor,
  MODES,
  type WorkersState,
  workersFields,
} from "#components/widgets/digits-workers/state.ts";
import { storedEndings } from "#components/widgets/digits-workers/stored.ts";
import { meanOfDelays, median, speedUp } from "#components/widgets/digits-workers/summaries.ts";
import { train } from "#components/widgets/digits-workers/train.ts";
import { workersSummary, workersTable } from "#components/widgets/digits-workers/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const root = resolve(import.meta.dirname, "../../..");
const images = digitImages();
const digits = unpackDigits(packDigits(images));
const network = digitsNetwork(digits);
const initial = initialState(workersFields);
/** Few updates, for what does not depend on their number. */
const short: WorkersState = { eta: 0.1, b: 64, scaled: true };

/** Workers that compute at once, and answer in the order in which they were asked. */
const inTurn = {
  gradient: (x: Float64Array, rows: readonly number[]) =>
    Promise.resolve(network.learned.over(rows).gradient(x)),
};

describe("the images", () => {
  it("come back from their packed form as they were", () => {
    expect(digits.count).toBe(1797);
    // As the figure says: 119 KB.
    expect(Math.round(packDigits(images).length / 1000)).toBe(119);
    images.X.forEach((image, i) => {
      expect([...digits.pixels.subarray(64 * i, 64 * i + 64)]).toEqual([...image]);
      expect(digits.labels[i]).toBe(images.y[i]);
    });
  });

  it("are refused in words when the file was cut or changed", () => {
    expect(() => packDigits({ X: [Float64Array.of(1, 2)], y: [3] })).toThrow(
      "row 1 must be 64 pixels from 0 to 16 and a digit",
    );
    expect(() => unpackDigits(packDigits(images).slice(0, 1000))).toThrow(
      "line 16 of the digits is not an image. Reload the page",
    );
  });
});

describe("a training by workers", () => {
  it.each(MODES)(
    "is the package's simulation to the last digit when workers come in turn: %s",
    async (mode) => {
      const plan = planOf(network, short, mode, 4);
      const { x, delays } = await train(
        plan,
        Array.from({ length: 4 }, () => inTurn),
        network.start,
      );
      expect(x).toEqual(simulated(network, short, mode, 4));
      expect(delays).toHaveLength(plan.steps);
      const late = mode === "synchronous" ? 0 : 3;
      expect(new Set(delays.slice(3))).toEqual(new Set([late]));
    },
  );

  it("is late by more than the others where one worker is slower", async () => {
    const slow = {
      gradient: async (x: Float64Array, rows: readonly number[]) => {
        const g = network.learned.over(rows).gradient(x);
        for (let i = 0; i < 40; i++) await Promise.resolve();
        return g;
      },
    };
    const plan = planOf(network, short, "asynchronous", 2);
    const { delays } = await train(plan, [inTurn, slow], network.start);
    expect(delays).toHaveLength(plan.steps);
    expect(Math.max(...delays)).toBeGreaterThan(5);
  });

  it("shows every worker as many images, and about six times each", () => {
    for (const workers of COUNTS)
      for (const mode of MODES) {
        const { images, rows, steps } = planOf(network, initial, mode, workers);
        expect(Math.abs(images / (6 * LEARNED) - 1)).toBeLessThan(0.02);
        expect(rows(steps, 0)).toHaveLength(initial.b);
      }
  });
});

describe("the stored simulation", () => {
  it("is what the package gives", async () => {
    const endings = COUNTS.flatMap((workers) =>
      MODES.map((mode) => {
        const { loss, right } = endingAt(
          network,
          mode,
          workers,
          simulated(network, initial, mode, workers),
        );
        const round = (value: number) => Number(value.toPrecision(6));
        return { mode, workers, loss: round(loss), right: round(right) };
      }),
    );
    await expect(`${JSON.stringify(endings, null, 2)}\n`).toMatchFileSnapshot(
      resolve(root, "components/widgets/digits-workers/simulated.json"),
    );
  });

  it("shows what the caption says: eight workers go astray at η = 0.3, four do not", () => {
    for (const mode of MODES) {
      const loss = (workers: number) =>
        storedEndings(initial).find((one) => one.mode === mode && one.workers === workers)!.loss;
      for (const workers of [1, 2, 4]) expect(loss(workers)).toBeLessThan(0.1);
      expect(loss(8)).toBeGreaterThan(10);
    }
  });

  it("and at η = 0.1 none does", () => {
    for (const mode of MODES) {
      const x = simulated(network, { ...initial, eta: 0.1 }, mode, 8);
      expect(network.learned.value(x)).toBeLessThan(0.2);
    }
  });

  it("is there for the first state only", () => {
    expect(storedEndings({ ...initial, b: 4 })).toEqual([]);
  });
});

describe("the numbers of workers", () => {
  it("are two at least, and as many as there are processors up to eight", () => {
    expect([1, 2, 3, 6, 8, 64].map(countsFor)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2, 3],
      [1, 2, 4, 6],
      [1, 2, 4, 8],
      [1, 2, 4, 8],
    ]);
  });
});

/** A Web Worker in this thread; it answers a moment later, as a real one does. */
class PaperWorker implements WorkerLike {
  terminated = false;
  readonly #listeners = new Map<string, (event: unknown) => void>();
  readonly #answer: (question: Question) => Answer;
  constructor(answer: (question: Question) => Answer = answering()) {
    this.#answer = answer;
  }
  addEventListener(type: string, listener: unknown): void {
    this.#listeners.set(type, listener as (event: unknown) => void);
  }
  postMessage(message: unknown): void {
    const question = structuredClone(message) as Question;
    queueMicrotask(() => {
      if (!this.terminated) this.tell("message", { data: this.#answer(question) });
    });
  }
  terminate(): void {
    this.terminated = true;
  }
  tell(type: string, event: unknown): void {
    this.#listeners.get(type)?.(event);
  }
}

describe("a crew", () => {
  const gradient: Question = { ask: "gradient", x: network.start, rows: [0] };

  it("ends all its workers, and says why to whoever waits or asks later", async () => {
    const papers: PaperWorker[] = [];
    const crew = crewOf(2, () => {
      papers.push(new PaperWorker());
      return papers.at(-1)!;
    });
    const waiting = crew.hands[0]!.ask(gradient);
    crew.end(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    await expect(crew.hands[1]!.ask(gradient)).rejects.toThrow("enough");
    expect(papers.every(({ terminated }) => terminated)).toBe(true);
  });

  it("ends when one of its workers fails", async () => {
    const papers: PaperWorker[] = [];
    const crew = crewOf(2, () => {
      papers.push(new PaperWorker());
      return papers.at(-1)!;
    });
    const waiting = crew.hands[1]!.ask(gradient);
    papers[0]!.tell("error", {});
    await expect(waiting).rejects.toThrow("a worker could not be started, or broke down");
    expect(papers.every(({ terminated }) => terminated)).toBe(true);
  });

  it("ends with the words of a worker that cannot go on", async () => {
    const crew = crewOf(1, () => new PaperWorker());
    await expect(crew.hands[0]!.ask(gradient)).rejects.toThrow(
      "a worker could not go on: a worker was asked before it had the images",
    );
  });

  it("says so where the browser starts no worker", () => {
    expect(() =>
      crewOf(1, () => {
        throw new Error("SecurityError");
      }),
    ).toThrow("the browser would not start a worker");
  });
});

describe("the experiment", () => {
  let time = 0;
  const full = answering();
  /** Answers as a worker does, and looks at one image only where it is asked for a gradient. */
  const hasty = (question: Question): Answer =>
    full(question.ask === "gradient" ? { ...question, rows: question.rows.slice(0, 1) } : question);
  const crews: Crew[] = [];
  const papers: PaperWorker[] = [];
  const laboratory: Laboratory = {
    load: () => Promise.resolve(digits),
    crew: (count) => {
      const crew = crewOf(count, () => {
        papers.push(new PaperWorker(hasty));
        return papers.at(-1)!;
      });
      crews.push(crew);
      return crew;
    },
    clock: { now: () => ++time, rest: () => Promise.resolve() },
  };

  it("measures both modes with every number of workers, simulates what is not known, and ends its workers", async () => {
    const told: Progress[] = [];
    const counts = [1, 2];
    const known = MODES.map((mode) => ({ mode, workers: 1, loss: 0, right: 0 }));
    const never = new AbortController().signal;
    await runExperiment(laboratory, short, counts, known, (one) => told.push(one), never);
    const measured = told.flatMap(({ done }) => (done === undefined ? [] : [done]));
    const endings = told.flatMap(({ simulated: one }) => (one === undefined ? [] : [one]));
    expect(measured).toHaveLength(3 * 2 * 2);
    expect(endings.map(({ mode, workers }) => [mode, workers])).toEqual(
      MODES.map((mode) => [mode, 2]),
    );
    expect(papers.every(({ terminated }) => terminated)).toBe(true);
    const text = workersSummary(short, { measured, simulated: endings });
    for (const { imagesPerSecond, seconds } of measured) {
      expect(imagesPerSecond).toBeGreaterThan(0);
      expect(seconds).toBe(0.001);
    }
    expect(text).toContain("Measured on this machine, 2 workers against one: synchronous ");
    expect(text).toContain("gradients 0.99 updates late on average");
    expect(workersTable({ measured, simulated: endings }).rows).toHaveLength(2 * 2);
  });

  it("fails with the reason when it is stopped, and leaves no worker behind", async () => {
    const control = new AbortController();
    const run = runExperiment(
      laboratory,
      short,
      [1, 2],
      [],
      ({ done }) => {
        if (done !== undefined) control.abort(new Error("Stopped by the reader."));
      },
      control.signal,
    );
    await expect(run).rejects.toThrow("Stopped by the reader.");
    expect(papers.every(({ terminated }) => terminated)).toBe(true);
  });

  it("does not wait for images once it is stopped", async () => {
    const control = new AbortController();
    const slow = { ...laboratory, load: () => new Promise<never>(() => {}) };
    const run = runExperiment(slow, short, [1], [], () => {}, control.signal);
    control.abort(new Error("Stopped by the reader."));
    await expect(run).rejects.toThrow("Stopped by the reader.");
  });

  it("starts no worker when the images do not come", async () => {
    const before = crews.length;
    const failing = { ...laboratory, load: () => Promise.reject(new Error("no connection")) };
    await expect(
      runExperiment(failing, short, [1], [], () => {}, new AbortController().signal),
    ).rejects.toThrow("no connection");
    expect(crews).toHaveLength(before);
  });
});

describe("the summaries", () => {
  const run = (workers: number, speed: number): Measured => ({
    mode: "synchronous",
    workers,
    loss: 1,
    right: 0.5,
    seconds: 1,
    imagesPerSecond: speed,
    delays: [0],
  });

  it("take the median of the repetitions", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([])).toBeUndefined();
    expect(speedUp([run(1, 10), run(1, 30), run(1, 20), run(2, 50)], "synchronous", 2)).toBe(2.5);
    expect(speedUp([run(2, 50)], "synchronous", 2)).toBeUndefined();
  });

  it("say how late gradients are", () => {
    expect(meanOfDelays([0, 1, 1, 2])).toEqual({ mean: 1, low: 0, high: 1, most: 2 });
  });

  it("say that nothing is measured before it is", () => {
    const text = workersSummary(initial, { measured: [], simulated: storedEndings(initial) });
    expect(text).toContain("Nothing has been measured on this machine yet.");
    expect(text).toContain("went astray");
  });
});

describe("the images of the site", () => {
  const packed = packDigits(images);
  const kept = new Map<string, Response>();
  const store = {
    put: async (url: string, response: Response) => void kept.set(url, response),
    match: async (url: string) => kept.get(url)?.clone(),
  };
  const load = async (answer: () => Promise<Response>) => {
    vi.resetModules();
    vi.stubGlobal("fetch", answer);
    vi.stubGlobal("caches", { open: async () => store });
    const { loadDigits } = await import("#components/widgets/digits-workers/load.ts");
    return loadDigits();
  };
  const offline = () => Promise.reject(new TypeError("Failed to fetch"));
  afterEach(() => vi.unstubAllGlobals());

  it("say in words that there is no connection, or what the server answered", async () => {
    await expect(load(offline)).rejects.toThrow("there is no connection to the site");
    const gone = () => Promise.resolve(new Response("", { status: 404 }));
    await expect(load(gone)).rejects.toThrow("the server answered 404");
  });

  it("are kept, and come from there without a connection", async () => {
    expect((await load(() => Promise.resolve(new Response(packed)))).count).toBe(1797);
    expect((await load(offline)).labels).toEqual(digits.labels);
  });
});
