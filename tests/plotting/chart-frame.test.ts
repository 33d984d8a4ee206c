import { describe, expect, it } from "vitest";
import { chartFrame } from "#src/plotting/chart-frame.ts";

const linear = { type: "linear", domain: [0, 1] } as const;

describe("the frame of a chart", () => {
  it("is higher in proportion where it is narrow, but a low one at most twice as high", () => {
    expect(chartFrame(660, linear, linear, 0.4).height).toBe(264);
    expect(chartFrame(340, linear, linear, 0.4).height).toBe(224);
    expect(chartFrame(340, linear, linear, 0.2).height).toBe(136);
    expect(chartFrame(340, linear, linear, 0.9).height).toBe(306);
  });

  it("keeps its scales, and takes other margins", () => {
    const frame = chartFrame(660, linear, linear, 0.4, { marginLeft: 60 });
    expect(frame).toMatchObject({ x: linear, y: linear, marginLeft: 60, marginTop: 22 });
  });
});
