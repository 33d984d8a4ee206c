import { say } from "#src/language/say.ts";
import { builtCells } from "./built-cells.ts";
import type { AheadCell } from "./compile-ahead.ts";
import { MOST_OUTPUTS, TOO_MUCH } from "./limits.ts";
import type { CellLinks } from "./links.ts";
import type { Output } from "./output.ts";
import type { Progress } from "./progress.ts";
import { isReply, type Part, type RunEvent } from "./protocol.ts";
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
  /**
   * It ended, and shows these outputs of this text.
   * @param typing whether it ran because the reader is typing, who may be in the middle of a word.
   */
  finished(outputs: readonly Output[], source: string, typing: boolean): void;
  /** It will not end: the reader stopped it, or it was lost for the reason given; `typing` as above. */
  stopped(reason?: string, typing?: boolean): void;
}

export interface HostOptions {
  readonly createSandbox: (options: SandboxOptions) => Sandbox;
  /** Text of the worker script. */
  readonly script: () => Promise<string>;
  /** Texts of the scripts that bring what the worker has not from the start, asked for when needed. */
  readonly parts: Readonly<Record<Part, () => Promise<string>>>;
  /** The author's cells as the build compiled them, by id. Default: none is. */
  readonly ahead?: () => Promise<Readonly<Record<string, AheadCell>>>;
  /** Resolves when every cell of the page has been added. Default: they all are from the start. */
  readonly complete?: Promise<unknown>;
}

/** The notebook of one page. Makes its sandbox when first needed; nothing runs unasked. */
export interface Host {
  /** Adds a cell after those already there; returns how to take it away. */
  add(view: CellView): () => void;
  /** Puts the cells in this order, in which a reader has arranged them; those not named come last. */
  arrange(ids: readonly string[]): void;
  /** Makes a worker ready, so that the first run does not wait for it. */
  preload(): void;
  /** Runs a cell and what belongs to it; when something runs already, after that. */
  run(id: string): void;
  /** Runs every cell of the page, in order. */
  runAll(): void;
  /** Runs a cell whose control was moved, and what depends on it; cells that took long are held back. */
  follow(id: string): void;
  /**
   * How long a cell took when it last ran to its end, in milliseconds; nothing when it has not, or
   * took so long that it is not run again while the reader is typing.
   */
  took(id: string): number | undefined;
  /**
   * Runs a cell that the reader is typing in, and what depends on it. A run of a former text that
   * does not end gives way.
   */
  typed(id: string): void;
  /** Ends whatever runs or waits. */
  stop(): void;
  /** What a cell shows is no more that of its latest run: it runs anew when it is next needed. */
  outdate(id: string): void;
}

/** A run that is asked for: of one cell or of all, and why. */
interface Wish {
  readonly id: string | undefined;
  readonly why: "asked" | "control" | "typing";
}

interface Run extends Wish {
  readonly number: number;
  readonly began: number;
  /** The texts that were sent. */
  sources: ReadonlyMap<string, string>;
  /** Cells that have not ended yet. */
  readonly pending: Set<string>;
  current?: string;
  /** Once-only messages that have come: a second one is no message of the kernel. */
  readonly heard: Set<string>;
  /** Outputs that each cell has shown so far. */
  readonly shown: Map<string, number>;
}

/** A cell that took longer is held back while a control is moved or its text typed, in milliseconds. */
const SLOW = 1000;
/** A run that takes longer may be stopped: a fresh worker is made ready meanwhile, in milliseconds. */
const STOPPABLE = 400;
/** A run of a former text that takes longer gives way to the text as it is now, in milliseconds. */
const PATIENCE = 300;

export function createHost({ createSandbox, script, parts, ahead, complete }: HostOptions): Host {
  const views = new Map<string, CellView>();
  /** The text that each cell's outputs on the page were made from. */
  const settled = new Map<string, string>();
  let sandbox: Sandbox | undefined;
  let run: Run | undefined;
  let count = 0;
  let next: Wish[] = [];
  /** How long each cell took last time, in milliseconds. */
  const took = new Map<string, number>();

  const built = builtCells(ahead, bringPackage);

  /** The first worker of the page is given what most cells need, before it asks. */
  async function bringPackage() {
    const script = await parts.package().catch(() => undefined);
    if (script !== undefined) sandbox?.post({ kind: "part", part: "package", script });
  }

  let whole = complete === undefined;
  complete?.then(() => {
    whole = true;
  });

  const ready = () => {
    built.fetch();
    sandbox ??= createSandbox({ script, onMessage: receive, onLost: lost });
    return sandbox;
  };

  function begin(wish: Wish) {
    const { id } = wish;
    const pending = new Set(id === undefined ? [] : [id]);
    const mine: Run = {
      ...wish,
      number: ++count,
      began: Date.now(),
      sources: textsNow(),
      pending,
      heard: new Set(),
      shown: new Map(),
    };
    run = mine;
    if (id !== undefined) views.get(id)?.planned();
    // Both come at the same time: what the build compiled, and the worker.
    ready();
    if (built.all()) void send(mine, wish);
    else
      built.fetch().then(() => {
        if (run === mine) void send(mine, wish);
      });
  }

  async function send(mine: Run, { id, why }: Wish) {
    if (!whole && !isAsBuilt(id)) {
      await complete;
      if (run !== mine) return;
      mine.sources = textsNow();
    }
    const cells = [...mine.sources].map(([one, source]) => ({
      id: one,
      source,
      changed: settled.get(one) !== source,
      ...settingsOf(views.get(one)),
      ...built.give(one, source),
    }));
    const spare = why !== "asked" ? [...took].flatMap(([one, ms]) => (ms > SLOW ? [one] : [])) : [];
    ready().post({
      kind: "run",
      run: mine.number,
      cells,
      ...(id !== undefined && { target: id }),
      ...(spare.length > 0 && { spare }),
    });
  }

  function textsNow(): ReadonlyMap<string, string> {
    return new Map([...views.values()].map((view) => [view.cellId, view.source()]));
  }

  /**
   * Whether a cell can run before the rest of its page has come: it and the cells so far are as the
   * author left them and need no others, so that those to come show already what they would.
   */
  function isAsBuilt(id: string | undefined): boolean {
    const all = built.all();
    if (id === undefined || all === undefined) return false;
    const missing = Object.entries(all).filter(([one]) => !views.has(one));
    const elsewhere = new Set(missing.flatMap(([, { defines }]) => defines));
    return [...views.values()].every((view) => {
      const { ahead: asBuilt } = built.of(view.cellId, view.source());
      const untouched = view.settings().every((setting) => setting === undefined);
      return asBuilt && untouched && !asBuilt.uses.some((name) => elsewhere.has(name));
    });
  }

  async function receive(data: unknown) {
    if (!isReply(data)) return;
    if (data.kind === "need") {
      const { part } = data;
      const asking = run;
      if (!asking || !first(asking, `need ${part}`)) return;
      const answer = await parts[part]().then(
        (text) => ({ script: text }),
        (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
      );
      // What could not be had may be asked for again, by the next cell of the run.
      if ("problem" in answer) asking.heard.delete(`need ${part}`);
      sandbox?.post({ kind: "part", part, ...answer });
    } else if (run && data.run === run.number) follow(run, data.event);
  }

  /** A fresh worker for after Stop; not while the first is still being started. */
  function prepareToStop(mine: Run) {
    setTimeout(() => run === mine && sandbox?.prepare(), STOPPABLE);
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
        if (mine.current === undefined) prepareToStop(mine);
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
        views.get(event.id)?.finished(event.outputs, source, mine.why === "typing");
        return;
      }
      case "broken":
        return giveFreshStart(
          mine,
          say(
            "The notebook cannot go on: code of this page has changed the language that all its cells share ({reason}). They have been given a fresh start. Take the change out, write a function of your own instead, and run again.",
            { reason: event.reason.slice(0, 300) },
          ),
        );
      case "done":
        end(mine);
        proceed();
    }
  }

  /** With a new sandbox: what the old one still has under way is not waited for. */
  function giveFreshStart(mine: Run, reason: string) {
    sandbox?.dispose();
    sandbox = undefined;
    built.forget();
    giveUp(mine, reason);
  }

  function proceed() {
    const wish = next.shift();
    if (wish !== undefined) begin(wish);
  }

  /** Cells that are still pending will not end any more. */
  function end(mine: Run, reason?: string) {
    run = undefined;
    const victim = mine.current ?? [...mine.pending][0];
    for (const id of mine.pending)
      views.get(id)?.stopped(id === victim ? reason : undefined, mine.why === "typing");
  }

  function startAfresh() {
    built.forget();
    sandbox?.restart();
  }

  function lost(reason: string) {
    built.forget();
    if (!run) return;
    giveUp(run, reason);
  }

  function ask(wish: Wish) {
    if (!run) return begin(wish);
    const { id, why } = wish;
    const waiting = next.find((one) => one.id === id);
    // What was asked for is more than what a key or a control brought.
    if (waiting && (why !== "asked" || waiting.why === "asked")) return;
    next = [...next.filter((one) => one !== waiting), wish];
    // A cell that is running says so, until the next run of it begins.
    if (why === "asked" && id !== undefined && id !== run.current) views.get(id)?.planned();
    if (run.why === "typing") giveWay(run);
  }

  /** Ends a run that began while the reader typed, and is in the way, unless it ends soon by itself. */
  function giveWay(mine: Run) {
    setTimeout(
      () => {
        if (run !== mine) return;
        startAfresh();
        end(mine);
        proceed();
      },
      Math.max(0, PATIENCE - (Date.now() - mine.began)),
    );
  }

  /** Ends a run, and what waits for it. */
  function giveUp(mine: Run, reason?: string) {
    end(mine, reason);
    for (const { id } of next.splice(0))
      if (id !== undefined && !mine.pending.has(id)) views.get(id)?.stopped();
  }

  return {
    add(view) {
      views.set(view.cellId, view);
      // What the build stored was made from the author's text, which is what a view starts with.
      settled.set(view.cellId, view.source());
      return () => {
        if (views.get(view.cellId) === view) views.delete(view.cellId);
      };
    },
    arrange(ids) {
      for (const id of [...ids, ...[...views.keys()].filter((one) => !ids.includes(one))]) {
        const view = views.get(id);
        if (!view) continue;
        views.delete(id);
        views.set(id, view);
      }
    },
    preload: () => void ready(),
    run: (id) => ask({ id, why: "asked" }),
    runAll: () => ask({ id: undefined, why: "asked" }),
    follow: (id) => ask({ id, why: "control" }),
    took(id) {
      const last = took.get(id);
      return last !== undefined && last <= SLOW ? last : undefined;
    },
    typed: (id) => ask({ id, why: "typing" }),
    stop() {
      if (!run) return;
      // What does not end is not begun again by a key.
      if (run.current !== undefined) took.delete(run.current);
      startAfresh();
      giveUp(run);
    },
    outdate: (id) => void settled.delete(id),
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
