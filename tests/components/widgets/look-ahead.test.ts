import { describe, expect, it } from "vitest";
import { lookAheadModel, velocityOf } from "#components/widgets/look-ahead/model.ts";
import { LONGEST, lookAheadFields, withSurface } from "#components/widgets/look-ahead/state.ts";
import { lookAheadSummary } from "#components/widgets/look-ahead/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const initial = initialState(lookAheadFields);
const model = lookAheadModel(initial);
const bowl = { ...initial, ...withSurface("bowl") };

describe("the anatomy of a step", () => {
  it("starts with both methods at 0.5, momentum on its way to −0.2 and Nesterov to 0.025", () => {
    expect(model.steps[0]?.momentum.x).toBeCloseTo(0.5, 12);
    expect(model.steps[0]?.nesterov.x).toBeCloseTo(0.5, 12);
    const step = model.steps[initial.t];
    expect(step?.jump.x).toBeCloseTo(0.05, 12);
    expect(step?.look).toEqual(step?.jump);
    expect(step?.slopeHere.x).toBeCloseTo(5, 12);
    expect(step?.slopeThere.x).toBeCloseTo(0.5, 12);
    expect(step?.momentum.x).toBeCloseTo(-0.2, 12);
    expect(step?.nesterov.x).toBeCloseTo(0.025, 12);
    expect(lookAheadSummary(initial, model, initial.t)).toBe(
      "On 5x² with η = 0.05 and β = 0.9, after step 1 the ball is at 0.500. Its velocity alone would carry it to 0.050. With the slope of where it stands momentum ends at −0.200; with the slope there Nesterov ends at 0.025.",
    );
  });

  it("lets the wrong version look at 9.5, on the other side, and leave with step 2", () => {
    const wrong = lookAheadModel({ ...initial, version: "behind" });
    expect(wrong.steps[1]?.look.x).toBeCloseTo(9.5, 12);
    expect(wrong.diverged).toBe(2);
    expect(lookAheadModel({ ...bowl, version: "behind" }).diverged).toBe(2);
  });

  it("makes Nesterov stop short of where momentum runs to, across the bowl", () => {
    const { steps } = lookAheadModel(bowl);
    const step = steps[bowl.t as number];
    expect(step?.jump.y).toBeLessThan(0);
    expect(step?.momentum.y).toBeLessThan(step?.nesterov.y as number);
    expect(step?.nesterov.y).toBeLessThan(0);
  });

  it("says that a run diverged beyond the limit of stability, and not below it", () => {
    // ηλ = 1.9 and 1.2 on curvature 10; the limit at β = 0.9 is 1.357.
    expect(lookAheadModel({ ...initial, eta: 0.19 }).diverged).toBeGreaterThan(0);
    expect(lookAheadModel({ ...initial, eta: 0.12 }).diverged).toBeUndefined();
    expect(lookAheadModel({ ...initial, eta: 0.19 }).steps).toHaveLength(LONGEST + 1);
  });

  it("throws the ball so that its jump ends where the reader put it", () => {
    const from = { x: -2, y: 1 };
    const tip = { x: -1.4, y: -0.3 };
    const velocity = velocityOf(from, tip, bowl);
    const thrown = lookAheadModel({ ...bowl, ...from, vx: velocity.x, vy: velocity.y });
    expect(thrown.steps[0]?.jump.x).toBeCloseTo(tip.x, 12);
    expect(thrown.steps[0]?.jump.y).toBeCloseTo(tip.y, 12);
  });
});
