import { describe, expect, it } from "vitest";
import { converterFields } from "#components/widgets/convention-converter/state.ts";
import { descentFields } from "#components/widgets/descent/state.ts";
import { phaseFields } from "#components/widgets/phase-diagram/state.ts";
import { ravineFields } from "#components/widgets/ravine/state.ts";
import {
  type Fields,
  formatState,
  initialState,
  parseState,
  withParameter,
} from "#components/widgets/url-state.ts";

const widgets: readonly (readonly [string, Fields<Record<string, unknown>>])[] = [
  ["ravine", ravineFields as never],
  ["phase diagram", phaseFields as never],
  ["convention converter", converterFields as never],
  ["descent", descentFields as never],
];

describe("state in the address", () => {
  it.each(widgets)("of the %s is empty at the start", (_, fields) => {
    expect(formatState(initialState(fields), fields)).toBe("");
  });

  it.each(widgets)("of the %s falls back to the start when it is malformed", (_, fields) => {
    for (const text of [
      "",
      ":::",
      "eta",
      "eta:,beta:NaN",
      "eta:1e999",
      "t:-1",
      "__proto__:1",
      "%00",
      "x:--4",
    ])
      expect(parseState(text, fields)).toEqual(initialState(fields));
  });

  it("comes back as it was written", () => {
    const state = {
      ...initialState(ravineFields),
      kappa: 100,
      eta: 0.04,
      beta: 0.9,
      x: -2.5,
      log: false,
      t: 0,
    };
    const text = formatState(state, ravineFields);
    expect(text).toBe("kappa:100,eta:0.04,beta:0.9,x:-2.5,t:0,log:off");
    expect(parseState(text, ravineFields)).toEqual(state);
  });

  it("keeps what is right beside what is wrong", () => {
    expect(parseState("eta:0.04,beta:7,kappa:26,junk:1", ravineFields)).toEqual({
      ...initialState(ravineFields),
      eta: 0.04,
    });
  });

  it("leaves other parameters of the address alone", () => {
    expect(withParameter("?a=1&ravine=eta:0.1", "ravine", "eta:0.04")).toBe("?a=1&ravine=eta:0.04");
    expect(withParameter("?ravine=eta:0.1", "ravine", "")).toBe("");
    expect(withParameter("", "ravine", "")).toBe("");
  });
});
