import { MOST_OUTPUTS, TOO_MUCH } from "./limits.ts";
import type { CellLinks } from "./links.ts";
import type { Output } from "./output.ts";
import type { Progress } from "./progress.ts";
import { isReply, type RunEvent } from "./protocol.ts";
import type { Sandbox, SandboxOptions } from "./sandbox.ts";

/** A cell on the page, as its host sees it. The host asks for its text and tells it what happens. */
export interface CellView {
  readonly cellId: string;
  /** The text as it stands now. */
  source(): string;
  /** What the reader has set its controls to, in order. */
  settings(): readonly unknown[];
  /** It will run, when those before it have. */
  planned(): void;
  /** It should have run, but is too slow to follow: what it shows is out of date. */
  held(): void;
  started(): void;
  /** What it reads and defines, as the texts of the page now stand. */
  linked(links: CellLinks): void;
  /** A loop of it that reports has come so far. */
  progressed(progress: Progress): void;
  /** One more output of the run that is under way. */
  showed(output: Output): void;
  /** It ended, and shows these outputs of this text. */
  finished(outputs: readonly Output[], source: string): void;
  /** It will not end: the reader stopped it, or it was lost for the reason given. */
  stopped(reason?: string): void;
}

export interface HostOptions {
  readonly createSandbox: (options: SandboxOptions) => Sandbox;
  /** Text of the worker script. */
  readonly script: () => Promise<string>;
  /** Text of the script that brings Plot; asked for when a cell first imports it. */
  readonly plotScript: () => Promise<string>;
}

/** The notebook of one page. Makes its sandbox when first needed; nothing runs unasked. */
export interface Host {
  /** Adds a cell after those already there; returns how to take it away. */
  add(view: CellView): () => void;
  /** Makes a worker ready, so that the first run does not wait for it. */
  preload(): void;
  /** Runs a cell and what belongs to it; when something runs already, after that. */
  run(id: string): void;
  /** Runs every cell of the page, in order. */
  runAll(): void;
  /** Runs a cell whose control was moved, and what depends on it; cells that took long are held back. */
  follow(id: string): void;
  /** Ends whatever runs or waits. */
  stop(): void;
}

interface Run {
  readonly number: number;
  /** The texts that were sent. */
  readonly sources: ReadonlyMap<string, string>;
  /** Cells that have not ended yet. */
  readonly pending: Set<string>;
  current?: string;
  /** Once-only messages that have come: a second one is no message of the kernel. */
  readonly heard: Set<string>;
  /** Outputs that each cell has shown so far. */
  readonly shown: Map<string, number>;
}

/** A cell that took longer is held back while a control is being moved, in milliseconds. */
const SLOW = 1000;

export function createHost({ createSandbox, script, plotScript }: HostOptions): Host {
  const views = new Map<string, CellView>();
  /** The text that each cell's outputs on the page were made from. */
  const settled = new Map<string, string>();
  let sandbox: Sandbox | undefined;
  let run: Run | undefined;
  let count = 0;
  let next: { readonly id: string | undefined; readonly following: boolean }[] = [];
  /** How long each cell took last time, in milliseconds. */
  const took = new Map<string, number>();

  const ready = () => {
    sandbox ??= createSandbox({ script, onMessage: receive, onLost: lost });
    return sandbox;
  };

  function begin({
    id,
    following,
  }: {
    readonly id: string | undefined;
    readonly following: boolean;
  }) {
    const sources = new Map([...views.values()].map((view) => [view.cellId, view.source()]));
    run = {
      number: ++count,
      sources,
      pending: new Set(id === undefined ? [] : [id]),
      heard: new Set(),
      shown: new Map(),
    };
    if (id !== undefined) views.get(id)?.planned();
    const cells = [...sources].map(([one, source]) => ({
      id: one,
      source,
      changed: settled.get(one) !== source,
      ...settingsOf(views.get(one)),
    }));
    const spare = following ? [...took].flatMap(([one, ms]) => (ms > SLOW ? [one] : [])) : [];
    ready().post({
      kind: "run",
      run: run.number,
      cells,
      ...(id !== undefined && { target: id }),
      ...(spare.length > 0 && { spare }),
    });
  }

  async function receive(data: unknown) {
    if (!isReply(data)) return;
    if (data.kind === "need-plot") {
      if (!run || !first(run, "need-plot")) return;
      const answer = await plotScript().then(
        (text) => ({ script: text }),
        (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
      );
      sandbox?.post({ kind: "plot", ...answer });
    } else if (run && data.run === run.number) follow(run, data.event);
  }

  /**
   * What came may be forged by the code of a cell. It is held to what the kernel could have said: a
   * plan comes once, before anything runs, and then only cells of the plan begin, show and end.
   */
  function follow(mine: Run, event: RunEvent) {
    switch (event.kind) {
      case "planned":
        if (mine.current !== undefined || !first(mine, "planned")) return;
        for (const id of event.ids) {
          if (!mine.sources.has(id)) continue;
          settled.delete(id);
          if (!mine.pending.has(id)) views.get(id)?.planned();
          mine.pending.add(id);
        }
        return;
      case "linked":
        if (!first(mine, "linked")) return;
        for (const links of event.links) views.get(links.id)?.linked(links);
        return;
      case "progress":
        if (event.id === mine.current) views.get(event.id)?.progressed(event);
        return;
      case "held":
        if (!first(mine, "held")) return;
        for (const id of event.ids) {
          settled.delete(id);
          views.get(id)?.held();
        }
        return;
      case "started":
        if (!mine.pending.has(event.id) || !first(mine, `started ${event.id}`)) return;
        mine.current = event.id;
        views.get(event.id)?.started();
        return;
      case "showed": {
        if (event.id !== mine.current) return;
        const shown = (mine.shown.get(event.id) ?? 0) + 1;
        mine.shown.set(event.id, shown);
        if (shown > MOST_OUTPUTS + 1) return giveFreshStart(mine, TOO_MUCH);
        views.get(event.id)?.showed(event.output);
        return;
      }
      case "finished": {
        const source = mine.sources.get(event.id);
        if (source === undefined || !mine.pending.delete(event.id)) return;
        settled.set(event.id, source);
        took.set(event.id, event.took);
        views.get(event.id)?.finished(event.outputs, source);
        return;
      }
      case "broken":
        return giveFreshStart(
          mine,
          `The notebook cannot go on: code of this page has changed something that the language needs, such as Array.prototype.map (${event.reason.slice(0, 300)}). All cells have been given a fresh start. Take the change out and run again.`,
        );
      case "done":
        end(mine);
        proceed();
    }
  }

  function giveFreshStart(mine: Run, reason: string) {
    sandbox?.restart();
    end(mine, reason);
    giveUpWaiting();
  }

  function proceed() {
    const wish = next.shift();
    if (wish !== undefined) begin(wish);
  }

  /** Cells that are still pending will not end any more. */
  function end(mine: Run, reason?: string) {
    run = undefined;
    const victim = mine.current ?? [...mine.pending][0];
    for (const id of mine.pending) views.get(id)?.stopped(id === victim ? reason : undefined);
  }

  function lost(reason: string) {
    if (!run) return;
    end(run, reason);
    giveUpWaiting();
  }

  function ask(wish: { readonly id: string | undefined; readonly following: boolean }) {
    if (!run) return begin(wish);
    if (next.some(({ id }) => id === wish.id)) return;
    next = [...next, wish];
    if (!wish.following && wish.id !== undefined) views.get(wish.id)?.planned();
  }

  function giveUpWaiting() {
    for (const { id } of next.splice(0)) if (id !== undefined) views.get(id)?.stopped();
  }

  return {
    add(view) {
      views.set(view.cellId, view);
      // What the build stored was made from the author's text, which is what a view starts with.
      settled.set(view.cellId, view.source());
      return () => views.delete(view.cellId);
    },
    preload: () => void ready(),
    run: (id) => ask({ id, following: false }),
    runAll: () => ask({ id: undefined, following: false }),
    follow: (id) => ask({ id, following: true }),
    stop() {
      if (!run) return;
      sandbox?.restart();
      end(run);
      giveUpWaiting();
    },
  };
}

/** Whether a run hears this for the first time. */
function first({ heard }: Run, what: string): boolean {
  return heard.size < heard.add(what).size;
}

function settingsOf(view: CellView | undefined): { readonly settings?: readonly unknown[] } {
  const settings = view?.settings() ?? [];
  return settings.length > 0 ? { settings } : {};
}
