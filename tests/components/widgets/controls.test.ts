import { describe, expect, it } from "vitest";
import { nudge } from "#components/plot/nudge.ts";
import { playingSpeed, startOfPlay, tick } from "#components/widgets/player-state.ts";
import { stopOf, type Track, typedValue, valueOfStop } from "#components/widgets/slider-scale.ts";
import { thinned } from "#components/widgets/thinned.ts";

const log: Track = { type: "log", domain: [0.001, 1], stops: 180, digits: 3 };
const linear: Track = { type: "linear", domain: [0, 0.99], stops: 99, digits: 2 };

describe("a slider", () => {
  it("reaches both ends of its track", () => {
    expect(valueOfStop(log, 0)).toBe(0.001);
    expect(valueOfStop(log, 180)).toBe(1);
    expect(valueOfStop(linear, 99)).toBe(0.99);
  });

  it("comes back to the stop that a value came from", () => {
    for (let stop = 0; stop <= 99; stop++)
      expect(stopOf(linear, valueOfStop(linear, stop))).toBe(stop);
    for (let stop = 0; stop <= 180; stop++) expect(stopOf(log, valueOfStop(log, stop))).toBe(stop);
  });

  it("reads typed numbers, fractions and decimal commas", () => {
    expect(typedValue(linear, "4/9")).toBeCloseTo(4 / 9, 12);
    expect(typedValue(linear, "0,5")).toBe(0.5);
    expect(typedValue(log, "2e-3")).toBe(0.002);
  });

  it.each(["", "abc", "1e999", "2", "-1", "1/0", "0.5.5"])("refuses “%s”", (text) => {
    expect(typedValue(linear, text)).toBeUndefined();
  });
});

describe("a player", () => {
  it("starts again from the beginning at the end", () => {
    expect(startOfPlay(24, 24)).toBe(0);
    expect(startOfPlay(7, 24)).toBe(7);
  });

  it("stops at the last step and never jumps after a pause of the tab", () => {
    expect(tick(23.9, 24, 100, 3)).toBe(24);
    expect(tick(0, 1000, 60_000, 4)).toBe(1);
  });

  it("shows single steps to readers who prefer less motion", () => {
    expect(playingSpeed(500, false)).toBeGreaterThan(50);
    expect(playingSpeed(500, true)).toBe(2);
  });

  it("gives a short run the time that its figure asks for", () => {
    expect(playingSpeed(9, false)).toBe(3);
    expect(playingSpeed(9, false, 1)).toBeCloseTo(9 / 7, 12);
    expect(playingSpeed(9, true, 1)).toBe(1);
  });
});

describe("a movable point", () => {
  const frame = {
    x: { type: "linear", domain: [-1, 1] },
    y: { type: "linear", domain: [-1, 1] },
  } as const;
  const step = { x: 0.1, y: 0.05 };

  it("moves by a step with an arrow key and ten with Shift", () => {
    expect(nudge({ x: 0, y: 0 }, "ArrowRight", false, step, frame)).toEqual({ x: 0.1, y: 0 });
    expect(nudge({ x: 0, y: 0 }, "ArrowDown", true, step, frame)).toEqual({ x: 0, y: -0.5 });
  });

  it("stays in the window", () => {
    expect(nudge({ x: 0.95, y: 0 }, "ArrowRight", false, step, frame)).toEqual({ x: 1, y: 0 });
  });

  it("leaves every other key to the page", () => {
    expect(nudge({ x: 0, y: 0 }, "Tab", false, step, frame)).toBeUndefined();
  });
});

describe("a table of a long run", () => {
  it("keeps the first steps and the last", () => {
    const indices = thinned(347);
    expect(indices.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(indices.at(-1)).toBe(346);
    expect(indices.length).toBeLessThan(20);
  });

  it("keeps a short run whole", () => {
    expect(thinned(8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(thinned(17)).toEqual(Array.from({ length: 17 }, (_, i) => i));
  });

  it("shows a cycle of two or three places as a cycle, however long the run", () => {
    for (let length = 27; length < 400; length++) {
      const late = thinned(length).slice(6, -1);
      late.slice(1).forEach((index, i) => {
        expect((index - late[i]!) % 2).not.toBe(0);
        expect((index - late[i]!) % 3).not.toBe(0);
      });
    }
  });
});
