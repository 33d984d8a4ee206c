import { describe, expect, it, vi } from "vitest";
import { type AheadCell, compileAhead } from "#src/notebook/compile-ahead.ts";
import { finished, setUp, setUpAfterRun } from "./paper-host.ts";

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

  it("tells a cell once that it was stopped, though another run of it waited", () => {
    const { host, log, reply } = setUp({ a: "1", b: "2" });
    host.run("a");
    reply(1, { kind: "planned", ids: ["a"] });
    reply(1, { kind: "started", id: "a" });
    host.follow("a");
    host.follow("b");
    host.stop();
    expect(log.filter((line) => line.endsWith("stopped"))).toEqual(["a stopped", "b stopped"]);
  });

  it("says of a run that gives way to a key that it came from typing", () => {
    vi.useFakeTimers();
    const { host, log, reply, texts } = setUpAfterRun();
    texts.set("a", "for (;;);");
    host.typed("a");
    reply(2, { kind: "planned", ids: ["a"] });
    reply(2, { kind: "started", id: "a" });
    host.typed("a");
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect(log).toContain("a stopped while typing");
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

  it("leaves a running cell running when it is asked for again, and runs it once more", () => {
    const { host, sent, log, reply } = setUp({ a: "1" });
    host.run("a");
    reply(1, { kind: "planned", ids: ["a"] });
    reply(1, { kind: "started", id: "a" });
    host.run("a");
    expect(log).toEqual(["a planned", "a started"]);
    reply(1, finished("a"));
    reply(1, { kind: "done" });
    expect(log.slice(2)).toEqual(["a finished 0", "a planned"]);
    expect(sent).toHaveLength(2);
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
    await raw({ kind: "need", part: "plot" });
    expect(sent[1]).toEqual({ kind: "part", part: "plot", script: "plot" });
  });

  it("answers each cell that asks while Plot cannot be had", async () => {
    const offline = () => Promise.reject(new Error("offline"));
    const { host, sent, raw } = setUp({ a: "1" }, undefined, offline);
    host.run("a");
    await raw({ kind: "need", part: "plot" });
    await raw({ kind: "need", part: "plot" });
    const problem = { kind: "part", part: "plot", problem: "offline" };
    expect(sent.slice(1)).toEqual([problem, problem]);
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

  it("runs a cell as its reader types once it has run to its end in a short time", () => {
    const { host, sent, log, reply } = setUp({ a: "1", slow: "2" });
    expect(host.took("a")).toBeUndefined();
    host.runAll();
    reply(1, { kind: "planned", ids: ["a", "slow"] });
    reply(1, finished("a", 5));
    reply(1, finished("slow", 1200));
    reply(1, { kind: "done" });
    expect([host.took("a"), host.took("slow")]).toEqual([5, undefined]);
    host.typed("a");
    expect(sent[1]).toMatchObject({ target: "a", spare: ["slow"] });
    reply(2, { kind: "planned", ids: ["a"] });
    reply(2, finished("a"));
    expect(log.at(-1)).toBe("a finished 0 while typing");
  });

  it("makes a fresh worker ready while a run goes on, in case it is stopped", async () => {
    const { host, log, reply } = setUp({ a: "1" });
    host.run("a");
    reply(1, { kind: "done" });
    host.run("a");
    reply(2, { kind: "started", id: "a" });
    await expect.poll(() => log).toContain("prepared");
    expect(log.filter((one) => one === "prepared")).toHaveLength(1);
  });

  it("sends what the build compiled with the cells that the reader has not changed", async () => {
    const ahead = compileAhead([
      { id: "a", source: "1" },
      { id: "b", source: "2" },
    ]);
    const { host, sent, texts } = setUp({ a: "1", b: "2" }, async () => ahead);
    texts.set("b", "3");
    host.run("a");
    await expect.poll(() => sent.length).toBe(1);
    expect(sent[0]).toMatchObject({ cells: [{ id: "a", ahead: { source: "1" } }, { id: "b" }] });
    expect(sent[0]).not.toHaveProperty("cells[1].ahead");
  });

  it("sends what the build compiled once to a worker, and again to a fresh one", async () => {
    const ahead = compileAhead([{ id: "a", source: "1" }]);
    const { host, sent, reply, lose } = setUp({ a: "1" }, async () => ahead);
    const run = async (count: number) => {
      host.run("a");
      await expect.poll(() => sent.length).toBe(count);
      return sent[count - 1];
    };
    expect(await run(1)).toHaveProperty("cells[0].ahead");
    reply(1, { kind: "done" });
    expect(await run(2)).not.toHaveProperty("cells[0].ahead");
    host.stop();
    expect(await run(3)).toHaveProperty("cells[0].ahead");
    lose("memory");
    expect(await run(4)).toHaveProperty("cells[0].ahead");
    reply(4, { kind: "broken", reason: "Array.prototype.map" });
    expect(await run(5)).toHaveProperty("cells[0].ahead");
  });

  it("runs all the same when that cannot be had, and not at all when it was stopped meanwhile", async () => {
    const offline = setUp({ a: "1" }, () => Promise.reject(new Error("offline")));
    offline.host.run("a");
    await expect.poll(() => offline.sent.length).toBe(1);
    expect(offline.sent[0]).not.toHaveProperty("cells[0].ahead");
    let come = (_: Readonly<Record<string, AheadCell>>) => {};
    const slow = setUp({ a: "1" }, () => new Promise((resolve) => (come = resolve)));
    slow.host.run("a");
    slow.host.stop();
    come({});
    await new Promise((resolve) => setTimeout(resolve));
    expect(slow.sent).toEqual([]);
  });

  it("hands on links and progress", () => {
    const { host, log, reply } = setUp({ a: "1" });
    host.run("a");
    reply(1, { kind: "linked", links: [{ id: "a", reads: [], defines: ["x"] }] });
    reply(1, { kind: "started", id: "a" });
    reply(1, { kind: "progress", id: "a", done: 2, total: 4 });
    expect(log.slice(1)).toEqual(["a linked x", "a started", "a progressed 2/4"]);
  });

  it("brings the package to its worker before a run, once it has what the build compiled", async () => {
    const ahead = compileAhead([{ id: "a", source: "1" }]);
    const { host, sent, brought } = setUp({ a: "1" }, async () => ahead);
    host.preload();
    await new Promise((resolve) => setTimeout(resolve));
    expect(brought).toEqual([{ kind: "part", part: "package", script: "package" }]);
    expect(sent).toEqual([]);
    const without = setUp({ a: "1" });
    without.host.run("a");
    expect(without.brought).toEqual([]);
    await without.raw({ kind: "need", part: "package" });
    expect(without.brought).toHaveLength(1);
  });

  describe("while the page is still being read", () => {
    const cells = { first: "const a = 1;", second: "a + 1", third: "const b = a + c;" };
    const ahead = compileAhead([
      ...Object.entries(cells).map(([id, source]) => ({ id, source })),
      { id: "last", source: "const c = 3;" },
    ]);
    const reading = () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const all = setUp({ first: cells.first }, async () => ahead, undefined, promise);
      return { ...all, read: resolve };
    };
    const settled = () => new Promise((resolve) => setTimeout(resolve));

    it("runs a cell that needs no other, with those that are there", async () => {
      const { host, sent } = reading();
      host.run("first");
      await settled();
      expect(sent).toMatchObject([{ target: "first", cells: [{ id: "first" }] }]);
    });

    it("lets a cell that needs one to come wait for it, and then sends all", async () => {
      const { host, sent, add, read } = reading();
      add("third", cells.third);
      host.run("third");
      await settled();
      expect(sent).toEqual([]);
      add("last", "const c = 3;");
      read();
      await settled();
      expect(sent).toMatchObject([
        { target: "third", cells: [{ id: "first" }, { id: "third" }, { id: "last" }] },
      ]);
    });

    it.each([
      ["text", ({ texts }: ReturnType<typeof reading>) => texts.set("first", "const a = 2;")],
      ["settings", ({ settings }: ReturnType<typeof reading>) => settings.set("first", [3])],
    ])(
      "waits when the reader has changed the %s: cells to come may depend on it",
      async (_, change) => {
        const all = reading();
        change(all);
        all.host.run("first");
        await settled();
        expect(all.sent).toEqual([]);
        all.read();
        await settled();
        expect(all.sent).toHaveLength(1);
      },
    );

    it("runs all cells when all are there", async () => {
      const { host, sent, add, read } = reading();
      host.runAll();
      await settled();
      expect(sent).toEqual([]);
      add("second", cells.second);
      read();
      await settled();
      expect(sent).toMatchObject([{ cells: [{ id: "first" }, { id: "second" }] }]);
    });

    it("forgets a run that is stopped while it waits", async () => {
      const { host, sent, log, read } = reading();
      host.runAll();
      host.stop();
      read();
      await settled();
      expect(sent).toEqual([]);
      expect(log).toEqual([]);
    });
  });
});
