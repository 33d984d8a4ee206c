import { describe, expect, it } from "vitest";
import { MOST_OUTPUTS } from "#src/notebook/limits.ts";
import type { RunEvent } from "#src/notebook/protocol.ts";
import { finished, setUp } from "./paper-host.ts";

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
    const { log, reply, disposals } = underWay();
    for (let count = 0; count < MOST_OUTPUTS + 50; count++) reply(1, shown("a"));
    expect(log.filter((line) => line === "a showed")).toHaveLength(MOST_OUTPUTS + 1);
    expect(log.at(-1)).toMatch(/^a stopped: The code sent more output than a page can show/);
    expect(disposals()).toBe(1);
  });

  it("sends Plot once for each run, however often it is asked for", async () => {
    const { sent, raw } = underWay();
    for (let count = 0; count < 50; count++) raw({ kind: "need", part: "plot" });
    await Promise.resolve();
    await Promise.resolve();
    expect(sent.filter(({ kind }) => kind === "part")).toHaveLength(1);
  });

  it("gives a fresh start when the kernel says that it cannot go on", () => {
    const { host, log, reply, disposals } = underWay();
    host.run("b");
    reply(1, { kind: "broken", reason: "TypeError: x.map is not a function" });
    expect(log[1]).toMatch(/^a stopped: The notebook cannot go on: .*x\.map is not a function/);
    expect(log[2]).toBe("b stopped");
    expect(disposals()).toBe(1);
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
          outputs: Array(MOST_OUTPUTS + 3).fill({ kind: "text", text: "" }),
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
