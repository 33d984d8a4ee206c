import { describe, expect, it } from "vitest";
import { chosen, suitable } from "#components/cell/settings.ts";
import { controlMakers } from "#src/notebook/control-makers.ts";

const { slider, select, checkbox, pointPicker } = controlMakers;
const rate = slider({ min: 0, max: 1, value: 0.5, label: "rate" });
const method = select(["adam", "lion"], { label: "method" });
const on = checkbox({ label: "on" });
const start = pointPicker({ label: "start" });

describe("the settings of a cell", () => {
  it("that are saved are those that differ from what the controls came with", () => {
    expect(chosen([rate, method, on, start], [0.5, "lion", false, [0, 1]])).toEqual([
      null,
      { label: "method", value: "lion" },
      null,
      { label: "start", value: [0, 1] },
    ]);
    expect(chosen([rate, method], [undefined, "adam"])).toEqual([null, null]);
  });

  it("come back where the same control stands and can still take the value", () => {
    const saved = chosen([rate, method, on, start], [0.7, "lion", true, [0, 1]]);
    expect(suitable([rate, method, on, start], saved)).toEqual([0.7, "lion", true, [0, 1]]);
  });

  it("are dropped when they are out of range, no longer offered, or another control's", () => {
    const saved = chosen([rate, method, on], [0.7, "lion", true]);
    const narrow = slider({ min: 0, max: 0.6, label: "rate" });
    const fewer = select(["adam"], { label: "method" });
    expect(suitable([narrow, fewer, checkbox({ label: "off" }), start], saved)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
