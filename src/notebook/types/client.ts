import libraryUrl from "virtual:type-library";
import type { TypeReply } from "./protocol.ts";
import type { TypeService } from "./service.ts";

/** The type service as the page sees it: the same questions, answered a little later. */
export type Types = {
  [Q in keyof TypeService]: (
    ...args: Parameters<TypeService[Q]>
  ) => Promise<ReturnType<TypeService[Q]>>;
} & {
  /** Ends the worker; questions that wait are never answered. */
  close(): void;
};

/** Starts the type checker in a worker of its own. Questions wait until it is ready. */
export function startTypes(): Types {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<TypeReply>) => {
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if ("answer" in data) question?.resolve(data.answer);
    else question?.reject(new Error(data.problem));
  });
  worker.addEventListener("error", () => {
    for (const question of waiting.values())
      question.reject(new Error("the type checker could not be loaded"));
    waiting.clear();
  });
  worker.postMessage({ library: new URL(libraryUrl, location.href).href });

  const ask =
    (question: keyof TypeService) =>
    (...args: readonly unknown[]) => {
      const reply = Promise.withResolvers<unknown>();
      waiting.set(++asked, reply);
      worker.postMessage({ id: asked, question, args });
      return reply.promise;
    };
  return {
    update: ask("update"),
    problems: ask("problems"),
    complete: ask("complete"),
    describe: ask("describe"),
    hover: ask("hover"),
    call: ask("call"),
    close: () => worker.terminate(),
  } as Types;
}
