import { describe, expect, it } from "vitest";
import { compile } from "#src/notebook/compile.ts";
import { compileAhead } from "#src/notebook/compile-ahead.ts";
import { createKernel } from "#src/notebook/kernel.ts";
import type { CellSource, RunEvent } from "#src/notebook/protocol.ts";
import { modules, words } from "./run-cells.ts";

const sources: readonly CellSource[] = [
  { id: "base", source: "const a: number = 20;" },
  { id: "user", source: "const b = a as number;\nb + 1" },
  { id: "bad", source: "const c: number = (a as number) + missing.length;" },
];

/** Runs cells in a kernel and tells what each shows, and how often the compiler was asked for. */
async function run(cells: readonly CellSource[], compiler = async () => compile) {
  let asked = 0;
  const kernel = createKernel({
    modules,
    compiler: () => {
      asked++;
      return compiler();
    },
  });
  const events: RunEvent[] = [];
  await kernel.run(cells, undefined, (event) => events.push(event));
  const shown = events.flatMap((event) =>
    event.kind === "finished" ? [`${event.id}: ${event.outputs.map(words).join()}`] : [],
  );
  return { shown, asked };
}

describe("compileAhead", () => {
  const ahead = compileAhead(sources);
  const ready = sources.map((cell) => ({ ...cell, ahead: ahead[cell.id]! }));

  it("lets cells run as they would otherwise, without a compiler", async () => {
    const cells = ready.slice(0, 2);
    expect(await run(cells)).toEqual({ shown: ["base: ", "user: 21"], asked: 0 });
    expect((await run(sources.slice(0, 2))).shown).toEqual(["base: ", "user: 21"]);
  });

  it("is plain data, as it comes from a file", async () => {
    const cells = JSON.parse(JSON.stringify(ready.slice(0, 2)));
    expect((await run(cells)).shown).toEqual(["base: ", "user: 21"]);
  });

  it("is not used for a text that has changed", async () => {
    const changed = { ...ready[0]!, source: "const a: number = 1;" };
    expect(await run([changed, ready[1]!])).toEqual({ shown: ["base: ", "user: 2"], asked: 1 });
  });

  it("leaves errors at their exact place in the reader's text", async () => {
    const failing = { id: "bad", source: "const c: number = 1; (null as any).x" };
    const [{ shown: plain }, { shown }] = [
      await run([failing]),
      await run([{ ...failing, ahead: compileAhead([failing]).bad! }]),
    ];
    expect(plain[0]).toMatch(/@1:\d+$/);
    expect(shown).toEqual(plain);
  });

  it("leaves out what does not parse", () => {
    expect(compileAhead([{ id: "bad", source: "const = 1" }])).toEqual({});
  });

  it("says so when a changed cell finds no compiler, and runs the others", async () => {
    const lost = () => Promise.reject(new Error("could not be loaded: offline"));
    const cells = [ready[0]!, ready[1]!, { id: "mine", source: "3" }];
    expect((await run(cells, lost)).shown).toEqual([
      "base: ",
      "user: 21",
      "mine: could not be loaded: offline @1:1",
    ]);
  });
});
