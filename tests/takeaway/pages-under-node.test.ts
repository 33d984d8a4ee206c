import { describe, expect, it } from "vitest";
import type { Output } from "#src/notebook/output.ts";
import { prerender } from "#src/notebook/prerender.ts";
import type { CellSource } from "#src/notebook/protocol.ts";
import { outputText } from "#src/takeaway/output-text.ts";
import { takeAway } from "#src/takeaway/take-away.ts";
import { TIMES } from "../times.ts";
import { chapters, missingFrom, notebooks, numbersIn } from "./pages.ts";
import { runUnderNode } from "./plain-node.ts";

/** What the tests take away; the audit takes every page, and every cell alone. */
const SAMPLE = ["momentum", "newton", "fit-a-line"];
const audit = TIMES > 1;
const taken = <T extends { readonly name: string }>(pages: readonly T[]) =>
  pages.filter(({ name }) => audit || SAMPLE.includes(name));

/** Outputs whose numbers stand in the text of a file: drawings and controls are not among them. */
const NUMERIC = ["number", "text", "table", "matrix", "trace", "tex"];

describe.each(taken(chapters))("the chapter on $name, taken away", ({ page }) => {
  it("runs under plain Node and prints the numbers that the page states", async () => {
    const ran = runUnderNode(await takeAway("ts", page));
    expect(ran.errors).toBe("");
    expect(ran.status).toBe(0);
    const stated = [...page.outputs].flatMap(([, outputs]) => numbersStated(outputs));
    expect(missingFrom(stated, numbersIn(ran.out))).toEqual([]);
  });

  const cells = page.notebook.parts.map(({ id }) => id);
  it.each(audit ? cells : cells.slice(-1))("runs as the cell %s alone", async (id) => {
    const ran = runUnderNode(await takeAway("ts", page, id));
    expect(ran.errors).toBe("");
    expect(ran.status).toBe(0);
  });
});

describe.each(taken(notebooks))("the notebook $name, taken away", ({ page }) => {
  it("runs under plain Node and prints the numbers that the page states", async () => {
    const ran = runUnderNode(await takeAway("ts", page));
    expect(ran.errors).toBe("");
    expect(ran.status).toBe(0);
    const cells = page.notebook.parts.map(({ id, text }): CellSource => ({ id, source: text }));
    const stated = [...(await prerender(cells)).values()].flatMap(({ outputs }) =>
      numbersStated(outputs),
    );
    expect(missingFrom(stated, numbersIn(ran.out))).toEqual([]);
  });
});

function numbersStated(outputs: readonly Output[]): readonly number[] {
  return outputs
    .filter(({ kind }) => NUMERIC.includes(kind))
    .flatMap((one) => numbersIn(outputText(one)));
}
