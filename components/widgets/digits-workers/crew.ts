import type { Answer, Question } from "./protocol.ts";

/** One worker of the page: answers a question at a time. */
export interface Hand {
  ask(question: Question): Promise<Answer>;
}

/** Workers that are ended together. */
export interface Crew {
  readonly hands: readonly Hand[];
  /** Ends all workers; questions that wait are answered with this error, and later ones too. */
  end(reason: Error): void;
}

/** The part of a Web Worker that a crew uses. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/** Workers made by `start`, or by the browser. One that fails ends all. */
export function crewOf(count: number, start: () => WorkerLike = webWorker): Crew {
  const workers: WorkerLike[] = [];
  const waiting = new Map<WorkerLike, PromiseWithResolvers<Answer>>();
  let ended: Error | undefined;
  const end = (reason: Error) => {
    if (ended !== undefined) return;
    ended = reason;
    for (const worker of workers) worker.terminate();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  const hand = (): Hand => {
    const worker = start();
    workers.push(worker);
    const failed = () => end(new Error("a worker could not be started, or broke down"));
    worker.addEventListener("error", failed);
    worker.addEventListener("messageerror", failed);
    worker.addEventListener("message", (event) => {
      const { data } = event as MessageEvent<Answer>;
      const question = waiting.get(worker);
      waiting.delete(worker);
      if (data.say === "problem") {
        const problem = new Error(`a worker could not go on: ${data.words}`);
        question?.reject(problem);
        end(problem);
      } else question?.resolve(data);
    });
    return {
      ask(question) {
        if (ended !== undefined) return Promise.reject(ended);
        const reply = Promise.withResolvers<Answer>();
        waiting.set(worker, reply);
        worker.postMessage(question);
        return reply.promise;
      },
    };
  };
  try {
    return { hands: Array.from({ length: count }, hand), end };
  } catch (error) {
    end(new Error("the browser would not start a worker"));
    throw ended ?? error;
  }
}

function webWorker(): Worker {
  return new Worker(new URL("./digits-worker.ts", import.meta.url), { type: "module" });
}
