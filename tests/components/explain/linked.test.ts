import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLamp } from "#components/explain/linked.ts";

const { document } = parseHTML(
  `<!doctype html><html><body><i data-symbol="rate">η</i><i data-symbol="rate curvature">ηλ</i><i data-symbol="curvature-there">μ</i></body></html>`,
);
const lit = () => [...document.querySelectorAll(".linked")].map((one) => one.textContent);

describe("the lamp", () => {
  beforeEach(() => vi.stubGlobal("document", document));
  afterEach(() => vi.unstubAllGlobals());

  it("lights up what shows any of the symbols, and puts it out again", () => {
    const told: string[] = [];
    const lamp = createLamp((ids) => told.push(ids));
    lamp.hold("pointer", "curvature");
    expect(lit()).toEqual(["ηλ"]);
    lamp.hold("pointer", "rate curvature");
    expect(lit()).toEqual(["η", "ηλ"]);
    lamp.hold("pointer", null);
    expect(lit()).toEqual([]);
    expect(told).toEqual(["curvature", "rate curvature", ""]);
  });

  it("goes by the card before the pointer, and by the pointer before the focus", () => {
    const lamp = createLamp(() => {});
    lamp.hold("focus", "rate");
    lamp.hold("card", "curvature-there");
    lamp.hold("pointer", "curvature");
    expect(lit()).toEqual(["μ"]);
    lamp.hold("card", undefined);
    expect(lit()).toEqual(["ηλ"]);
    lamp.hold("pointer", undefined);
    expect(lamp.lit).toBe("rate");
    lamp.out();
    expect(lit()).toEqual([]);
  });

  it("lights up what has come meanwhile", () => {
    const lamp = createLamp(() => {});
    lamp.hold("focus", "rate");
    const late = document.createElement("i");
    late.setAttribute("data-symbol", "rate");
    late.textContent = "late";
    document.body.append(late);
    lamp.again();
    expect(lit()).toEqual(["η", "ηλ", "late"]);
    lamp.out();
    late.remove();
  });
});
