import { describe, expect, it } from "vitest";
import { finished, setUp, setUpAfterRun } from "./paper-host.ts";

describe("what waits for a run to end", () => {
  it("lets a former text that does not end give way to the one being typed", async () => {
    const { host, sent, restarts, texts, reply } = setUpAfterRun();
    host.typed("a");
    reply(2, { kind: "started", id: "a" });
    texts.set("a", "2");
    host.typed("a");
    expect(restarts()).toBe(0);
    await expect.poll(() => sent.length).toBe(3);
    expect(restarts()).toBe(1);
    expect(sent[2]).toMatchObject({ run: 3, target: "a", cells: [{ source: "2" }] });
  });

  it("lets a run that began while typing give way to one that is asked for", async () => {
    const { host, sent, restarts, reply } = setUpAfterRun();
    host.typed("a");
    reply(2, { kind: "started", id: "a" });
    host.run("a");
    await expect.poll(() => sent.length).toBe(3);
    expect(restarts()).toBe(1);
  });

  it("runs a cell that is asked for as such, though a key or a control has brought it into the line", () => {
    const { host, sent, log, reply } = setUp({ a: "1", b: "2" });
    host.run("a");
    for (const brought of [host.typed, host.follow]) {
      brought("b");
      host.run("b");
      expect(log.at(-1)).toBe("b planned");
      brought("b");
      reply(sent.length, { kind: "done" });
      reply(sent.length, { kind: "planned", ids: ["b"] });
      reply(sent.length, finished("b"));
      expect(log.at(-1)).toBe("b finished 0");
      reply(sent.length, { kind: "done" });
      host.run("a");
    }
    expect(sent.map((request) => request.kind === "run" && request.target)).toEqual([
      "a",
      "b",
      "a",
      "b",
      "a",
    ]);
  });

  it("never ends a run that was asked for because of a key, and runs nothing again that was stopped", async () => {
    const { host, restarts, reply } = setUpAfterRun();
    host.run("a");
    reply(2, { kind: "started", id: "a" });
    host.typed("a");
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(restarts()).toBe(0);
    host.stop();
    expect(host.took("a")).toBeUndefined();
  });
});
