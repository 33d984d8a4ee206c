import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { createStepper } from "#components/explain/step-through.ts";

describe("stepping through code", () => {
  it("explains each symbol once, where it first stands, and goes round", () => {
    const { document } = parseHTML(
      `<!doctype html><html><body><pre><i data-symbol="a">a1</i> <i data-symbol="b">b1</i> <i data-symbol="a">a2</i> <i data-symbol="c">c1</i></pre></body></html>`,
    );
    const code = document.querySelector("pre") as unknown as HTMLElement;
    const seen: (string | null)[] = [];
    let now: Element | undefined;
    for (const symbol of code.querySelectorAll("i")) symbol.scrollIntoView = () => {};
    const step = createStepper(
      () => now,
      (symbol) => {
        now = symbol;
        seen.push(symbol.textContent);
      },
    );
    for (const by of [1, 1, 1, 1, -1, -1]) step(code, by);
    expect(seen).toEqual(["a1", "b1", "c1", "a1", "c1", "b1"]);
    now = undefined;
    step(code, -1);
    expect(seen.at(-1)).toBe("c1");
  });
});
