import { expect, it, vi } from "vitest";
import { compile } from "#src/notebook/compile.ts";
import type { Part, Reply, Request, RunEvent } from "#src/notebook/protocol.ts";

const exports = { "@downhill/optim": { near: "near.js", far: "far.js" } };
const files = { "near.js": "exports.near = 1;", "far.js": "exports.far = 2;" };
const SCRIPTS: Partial<Record<Part, string>> = {
  compiler: "0",
  package: put({ exports, files: { "near.js": files["near.js"] } }),
  "whole-package": put({ exports, files }),
};

it("keeps all of the package when its parts come in another order than they are asked for in", async () => {
  let hear: (event: { readonly data: Request }) => Promise<void> = async () => {};
  const give = (part: Part) => hear({ data: { kind: "part", part, script: SCRIPTS[part] ?? "" } });
  const events: RunEvent[] = [];
  vi.stubGlobal("downhillCompile", compile);
  vi.stubGlobal("addEventListener", (kind: string, listener: typeof hear) => {
    if (kind === "message") hear = listener;
  });
  vi.stubGlobal("postMessage", (reply: Reply) => {
    if (reply.kind === "need") queueMicrotask(() => give(reply.part));
    else events.push(reply.event);
  });
  await import("#src/notebook/worker.ts");

  // Asked for by a worker that was ended meanwhile.
  await give("whole-package");
  const source = 'import { far } from "@downhill/optim";\nfar';
  await hear({ data: { kind: "run", run: 1, cells: [{ id: "a", source }], target: "a" } });
  expect(events.filter(({ kind }) => kind === "showed")).toEqual([
    { kind: "showed", id: "a", output: expect.objectContaining({ text: "2" }) },
  ]);
  const [finished] = events.filter(({ kind }) => kind === "finished");
  expect(finished).toMatchObject({ id: "a" });
  expect(finished).not.toHaveProperty("failure");
});

function put(texts: object): string {
  return `globalThis.downhillPackage = ${JSON.stringify(texts)}`;
}
