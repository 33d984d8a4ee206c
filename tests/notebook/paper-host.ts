import type { AheadCell } from "#src/notebook/compile-ahead.ts";
import { type CellView, createHost } from "#src/notebook/host.ts";
import type { Request, RunEvent } from "#src/notebook/protocol.ts";
import type { SandboxOptions } from "#src/notebook/sandbox.ts";

/** A host over a sandbox of paper: requests are kept, replies are made by hand. */
export function setUp(
  sources: Readonly<Record<string, string>>,
  ahead?: () => Promise<Readonly<Record<string, AheadCell>>>,
  plot: () => Promise<string> = async () => "plot",
  complete?: Promise<unknown>,
) {
  const sent: Request[] = [];
  const brought: Request[] = [];
  const log: string[] = [];
  let options: SandboxOptions | undefined;
  let restarts = 0;
  let disposals = 0;
  const host = createHost({
    createSandbox(given) {
      options = given;
      return {
        post(data) {
          const request = data as Request;
          (request.kind === "part" && request.part === "package" ? brought : sent).push(request);
        },
        prepare: () => log.push("prepared"),
        restart: () => restarts++,
        sign: async () => {},
        dispose: () => disposals++,
      };
    },
    script: async () => "",
    ...(ahead && { ahead }),
    ...(complete && { complete }),
    parts: {
      plot,
      compiler: async () => "compiler",
      package: async () => "package",
      "whole-package": async () => "whole package",
      data: async () => "whole package",
    },
  });
  const texts = new Map(Object.entries(sources));
  const settings = new Map<string, readonly unknown[]>();
  const add = (cellId: string) => {
    const note = (what: string) => log.push(`${cellId} ${what}`);
    const view: CellView = {
      cellId,
      source: () => texts.get(cellId) ?? "",
      settings: () => settings.get(cellId) ?? [],
      planned: () => note("planned"),
      held: () => note("held"),
      linked: ({ defines }) => note(`linked ${defines.join()}`),
      progressed: ({ done, total }) => note(`progressed ${done}/${total}`),
      started: () => note("started"),
      showed: () => note("showed"),
      finished: (outputs, _, typing) =>
        note(`finished ${outputs.length}${typing ? " while typing" : ""}`),
      stopped: (reason, typing) =>
        note(`stopped${reason ? `: ${reason}` : ""}${typing ? " while typing" : ""}`),
    };
    host.add(view);
  };
  for (const cellId of texts.keys()) add(cellId);
  return {
    host,
    /** Adds a cell that the page has read just now. */
    add(cellId: string, source: string) {
      texts.set(cellId, source);
      add(cellId);
    },
    /** Requests but for the package. */
    sent,
    /** The package, each time that it was sent. */
    brought,
    log,
    texts,
    settings,
    restarts: () => restarts,
    disposals: () => disposals,
    reply: (run: number, event: RunEvent) => options?.onMessage({ kind: "event", run, event }),
    raw: (data: unknown) => options?.onMessage(data),
    lose: (reason: string) => options?.onLost(reason),
  };
}

/** What a kernel says of a cell that has ended. */
export const finished = (id: string, took = 5): RunEvent => ({
  kind: "finished",
  id,
  outputs: [],
  failed: false,
  took,
});

/** A host whose only cell has run once, to its end and in a short time. */
export function setUpAfterRun() {
  const all = setUp({ a: "1" });
  all.host.run("a");
  all.reply(1, { kind: "planned", ids: ["a"] });
  all.reply(1, finished("a"));
  all.reply(1, { kind: "done" });
  return all;
}
