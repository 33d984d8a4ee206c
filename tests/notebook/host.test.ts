import { describe, expect, it } from "vitest";
import { type CellView, createHost } from "#src/notebook/host.ts";
import type { Request, RunEvent } from "#src/notebook/protocol.ts";
import type { SandboxOptions } from "#src/notebook/sandbox.ts";

/** A host over a sandbox of paper: requests are kept, replies are made by hand. */
function setUp(sources: Readonly<Record<string, string>>) {
  const sent: Request[] = [];
  const log: string[] = [];
  let options: SandboxOptions | undefined;
  let restarts = 0;
  const host = createHost({
    createSandbox(given) {
      options = given;
      return {
        post: (data) => sent.push(data as Request),
        restart: () => restarts++,
        dispose() {},
      };
    },
    script: async () => "",
    plotScript: async () => "plot",
  });
  const texts = new Map(Object.entries(sources));
  const settings = new Map<string, readonly unknown[]>();
  for (const cellId of texts.keys()) {
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
      finished: (outputs) => note(`finished ${outputs.length}`),
      stopped: (reason) => note(reason ? `stopped: ${reason}` : "stopped"),
    };
    host.add(view);
  }
  return {
    host,
    sent,
    log,
    texts,
    settings,
    restarts: () => restarts,
    reply: (run: number, event: RunEvent) => options?.onMessage({ kind: "event", run, event }),
    raw: (data: unknown) => options?.onMessage(data),
    lose: (reason: string) => options?.onLost(reason),
  };
}

const finished = (id: string, took = 5): RunEvent => ({
  kind: "finished",
  id,
  outputs: [],
  failed: false,
  took,
});

describe("a host", () => {
  it("makes no sandbox and runs nothing until it is asked", () => {
    expect(setUp({ a: "1" }).sent).toEqual([]);
  });

  it("sends the texts of all cells as they are now, and says which have changed", () => {
    const { host, sent, texts } = setUp({ a: "1", b: "2" });
    texts.set("a", "3");
    host.run("b");
    expect(sent).toEqual([
      {
        kind: "run",
        run: 1,
        target: "b",
        cells: [
          { id: "a", source: "3", changed: true },
          { id: "b", source: "2", changed: false },
        ],
      },
    ]);
  });

  it("no longer calls a cell changed when its new text has run", () => {
    const { host, sent, reply, texts } = setUp({ a: "1" });
    texts.set("a", "2");
    host.run("a");
    for (const event of [
      { kind: "planned", ids: ["a"] } as const,
      finished("a"),
      { kind: "done" } as const,
    ])
      reply(1, event);
    host.run("a");
    expect(sent[1]).toMatchObject({ cells: [{ id: "a", changed: false }] });
  });

  it("passes the events of a run on to the cells", () => {
    const { host, log, reply } = setUp({ a: "1", b: "a" });
    host.run("a");
    reply(1, { kind: "planned", ids: ["a", "b"] });
    reply(1, { kind: "started", id: "a" });
    reply(1, { kind: "showed", id: "a", output: { kind: "text", text: "1" } });
    reply(1, finished("a"));
    expect(log).toEqual(["a planned", "b planned", "a started", "a showed", "a finished 0"]);
  });

  it("drops the replies of a run that is over", () => {
    const { host, log, reply } = setUp({ a: "1" });
    host.run("a");
    host.stop();
    host.run("a");
    reply(1, { kind: "started", id: "a" });
    expect(log).toEqual(["a planned", "a stopped", "a planned"]);
  });

  it("stops everything that runs or waits, and gives the worker a fresh start", () => {
    const { host, log, reply, restarts } = setUp({ a: "1", b: "a", c: "3" });
    host.run("a");
    reply(1, { kind: "planned", ids: ["a", "b"] });
    host.run("c");
    host.stop();
    expect(restarts()).toBe(1);
    expect(log.slice(-3)).toEqual(["a stopped", "b stopped", "c stopped"]);
  });

  it("calls a cell changed whose run was stopped", () => {
    const { host, sent, reply } = setUp({ a: "1" });
    host.run("a");
    reply(1, { kind: "planned", ids: ["a"] });
    host.stop();
    host.run("a");
    expect(sent[1]).toMatchObject({ cells: [{ id: "a", changed: true }] });
  });

  it("lets a second run wait for the first", () => {
    const { host, sent, reply } = setUp({ a: "1", b: "2" });
    host.run("a");
    host.run("b");
    host.run("b");
    expect(sent).toHaveLength(1);
    reply(1, { kind: "done" });
    expect(sent.map((request) => request.kind === "run" && request.target)).toEqual(["a", "b"]);
  });

  it("tells the running cell why its worker was lost, and the others that they did not run", () => {
    const { host, log, reply, lose } = setUp({ a: "1", b: "2" });
    host.run("a");
    reply(1, { kind: "planned", ids: ["b", "a"] });
    reply(1, { kind: "started", id: "b" });
    lose("out of memory");
    expect(log.slice(-2).sort()).toEqual(["a stopped", "b stopped: out of memory"]);
  });

  it("ignores what is no reply: a reader's code can post anything", () => {
    const { host, log, raw } = setUp({ a: "1" });
    host.run("a");
    for (const data of [null, 1, "done", {}, { kind: "event" }, { kind: "event", run: 1 }])
      raw(data);
    raw({ kind: "event", run: 1, event: finished("nobody") });
    const forged = { kind: "log", level: '"><img src=x onerror=alert(1)>', text: "" };
    raw({ kind: "event", run: 1, event: { ...finished("a"), outputs: [forged] } });
    expect(log).toEqual(["a planned"]);
  });

  it("fetches Plot when the worker asks for it", async () => {
    const { host, sent, raw } = setUp({ a: "1" });
    host.run("a");
    await raw({ kind: "need-plot" });
    expect(sent[1]).toEqual({ kind: "plot", script: "plot" });
  });

  it("sends what the reader has set the controls to", () => {
    const { host, sent, settings } = setUp({ a: "1", b: "2" });
    settings.set("a", [0.5]);
    host.follow("a");
    expect(sent[0]).toMatchObject({
      target: "a",
      cells: [{ id: "a", settings: [0.5] }, { id: "b" }],
    });
    expect(sent[0]).not.toHaveProperty("cells[1].settings");
    expect(sent[0]).not.toHaveProperty("spare");
  });

  it("while a control moves, runs once more at the end with the newest setting, however often it moved", () => {
    const { host, sent, settings, reply } = setUp({ a: "1" });
    for (const value of [1, 2, 3]) {
      settings.set("a", [value]);
      host.follow("a");
    }
    expect(sent).toHaveLength(1);
    reply(1, { kind: "done" });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ cells: [{ settings: [3] }] });
  });

  it("holds back a cell that took over a second when a control moves, not when the reader runs", () => {
    const { host, sent, log, reply } = setUp({ a: "1", slow: "a" });
    host.run("a");
    reply(1, { kind: "planned", ids: ["a", "slow"] });
    reply(1, { kind: "started", id: "slow" });
    reply(1, finished("slow", 1200));
    reply(1, { kind: "done" });
    host.follow("a");
    expect(sent[1]).toMatchObject({ target: "a", spare: ["slow"] });
    reply(2, { kind: "held", ids: ["slow"] });
    expect(log.at(-1)).toBe("slow held");
    reply(2, { kind: "done" });
    host.run("a");
    expect(sent[2]).not.toHaveProperty("spare");
  });

  it("runs every cell when asked for all", () => {
    const { host, sent } = setUp({ a: "1", b: "2" });
    host.runAll();
    expect(sent[0]).not.toHaveProperty("target");
    expect(sent[0]).toMatchObject({ kind: "run", cells: [{ id: "a" }, { id: "b" }] });
  });

  it("hands on links and progress", () => {
    const { host, log, reply } = setUp({ a: "1" });
    host.run("a");
    reply(1, { kind: "linked", links: [{ id: "a", reads: [], defines: ["x"] }] });
    reply(1, { kind: "started", id: "a" });
    reply(1, { kind: "progress", id: "a", done: 2, total: 4 });
    expect(log.slice(1)).toEqual(["a linked x", "a started", "a progressed 2/4"]);
  });
});

describe("a host whose worker forges messages", () => {
  const shown = (id: string): RunEvent => ({
    kind: "showed",
    id,
    output: { kind: "text", text: "forged" },
  });

  /** Cell a runs and b does not; the log holds what happens from here on. */
  function underWay() {
    const all = setUp({ a: "1", b: "2" });
    all.host.run("a");
    all.reply(1, { kind: "planned", ids: ["a"] });
    all.reply(1, { kind: "started", id: "a" });
    all.log.length = 0;
    return all;
  }

  it("lets no cell begin, show, report or end that is not of the plan", () => {
    const { log, reply } = underWay();
    for (const id of ["b", "nobody", "__proto__"]) {
      reply(1, { kind: "started", id });
      reply(1, shown(id));
      reply(1, { kind: "progress", id, done: 1, total: 2 });
      reply(1, finished(id));
    }
    expect(log).toEqual([]);
  });

  it("takes one plan, before anything runs, and each cell's beginning once", () => {
    const { log, reply } = underWay();
    reply(1, { kind: "planned", ids: ["b"] });
    reply(1, { kind: "started", id: "a" });
    reply(1, { kind: "started", id: "b" });
    expect(log).toEqual([]);
    const early = setUp({ a: "1", b: "2" });
    early.host.run("a");
    early.reply(1, { kind: "planned", ids: ["a"] });
    early.reply(1, { kind: "planned", ids: ["b"] });
    expect(early.log).toEqual(["a planned"]);
  });

  it("ends a run that shows more than a cell can, in words", () => {
    const { log, reply, restarts } = underWay();
    for (let count = 0; count < 300; count++) reply(1, shown("a"));
    expect(log.filter((line) => line === "a showed")).toHaveLength(201);
    expect(log.at(-1)).toMatch(/^a stopped: The code sent more output than a page can show/);
    expect(restarts()).toBe(1);
  });

  it("sends Plot once for each run, however often it is asked for", async () => {
    const { sent, raw } = underWay();
    for (let count = 0; count < 50; count++) raw({ kind: "need-plot" });
    await Promise.resolve();
    await Promise.resolve();
    expect(sent.filter(({ kind }) => kind === "plot")).toHaveLength(1);
  });

  it("gives a fresh start when the kernel says that it cannot go on", () => {
    const { host, log, reply, restarts } = underWay();
    host.run("b");
    reply(1, { kind: "broken", reason: "TypeError: x.map is not a function" });
    expect(log[1]).toMatch(/^a stopped: The notebook cannot go on: .*x\.map is not a function/);
    expect(log[2]).toBe("b stopped");
    expect(restarts()).toBe(1);
  });

  it.each([
    ["a run of no number", { kind: "event", run: "1", event: { kind: "done" } }],
    ["an unknown event", { kind: "event", run: 1, event: { kind: "__proto__" } }],
    ["no event", { kind: "event", run: 1, event: null }],
    [
      "progress of nothing",
      { kind: "event", run: 1, event: { kind: "progress", id: "a", done: 0, total: 0 } },
    ],
    [
      "too many outputs",
      {
        kind: "event",
        run: 1,
        event: {
          kind: "finished",
          id: "a",
          outputs: Array(203).fill({ kind: "text", text: "" }),
          failed: false,
          took: 1,
        },
      },
    ],
    [
      "a name from JSON's back door",
      JSON.parse('{"__proto__": {"kind": "event"}, "run": 1, "event": {"kind": "done"}}'),
    ],
  ])("does not hear %s", (_, data) => {
    const { log, raw } = underWay();
    raw(data);
    expect(log).toEqual([]);
  });
});
