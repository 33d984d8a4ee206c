import { describe, expect, it } from "vitest";
import { explorerModel, inPlane, inRavine } from "#components/widgets/ravine-explorer/model.ts";
import {
  explorerFields,
  presetOf,
  presets,
  STEPS,
  WINDOW,
  withKappa,
} from "#components/widgets/ravine-explorer/state.ts";
import { explorerSummary, explorerTable } from "#components/widgets/ravine-explorer/words.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";
import { inside } from "#src/plotting/clip.ts";

const initial = initialState(explorerFields);
const lossAt60 = (change: object) => explorerModel({ ...initial, ...change }).losses[STEPS];

describe("the ravine explorer", () => {
  // Chapter C03, W03.1: κ = 20 from (−8, 1.5) in the ravine's own directions.
  it.each([
    [0.01, 9.58],
    [0.05, 0.0679],
    [0.09, 3.9e-4],
    [2 / 21, 3.3e-4],
    [0.099, 1.99],
    [0.1, 22.5],
    [0.101, 242],
  ])("with η = %d leaves the loss %d after 60 steps", (eta, loss) => {
    const found = lossAt60({ eta }) as number;
    expect(Math.abs(found / loss - 1)).toBeLessThan(0.01);
  });

  it("starts at the loss 54.5", () => {
    expect(explorerModel(initial).losses[0]).toBeCloseTo(54.5, 9);
  });

  it("has the best rate a hair below the limit, where the run never arrives", () => {
    const [safe, best, near, limit, past] = presets(20).map(
      ({ eta }) => lossAt60({ eta }) as number,
    );
    for (const other of [safe, near, limit, past]) expect(best).toBeLessThan(other as number);
    const bouncing = explorerModel({ ...initial, eta: 0.1 });
    expect(bouncing.acrossLosses[STEPS]).toBeCloseTo(bouncing.acrossLosses[0] as number, 6);
  });

  it("changes no number when the ravine is turned", () => {
    const straight = explorerModel({ ...initial, angle: 0 });
    for (const angle of [10, 20, 33, 45]) {
      const turned = explorerModel({ ...initial, angle });
      expect(turned.factors).toEqual(straight.factors);
      turned.losses.forEach((loss, t) => {
        expect(loss / (straight.losses[t] as number)).toBeCloseTo(1, 9);
      });
    }
    expect(explorerModel({ ...initial, eta: 0.12, angle: 45 }).diverged).toBe(
      explorerModel({ ...initial, eta: 0.12, angle: 0 }).diverged,
    );
  });

  it("divides the loss between its two directions", () => {
    const { losses, floorLosses, acrossLosses } = explorerModel(initial);
    losses.forEach((loss, t) => {
      expect((floorLosses[t] as number) + (acrossLosses[t] as number)).toBeCloseTo(loss, 9);
    });
  });

  it("shows the usual start at every angle", () => {
    for (let angle = 0; angle <= 45; angle++)
      expect(inside(inPlane(initial, angle), WINDOW)).toBe(true);
  });

  it("turns into the plane and back", () => {
    const place = inRavine(inPlane({ floor: -3, across: 0.7 }, 33), 33);
    expect(place.floor).toBeCloseTo(-3, 12);
    expect(place.across).toBeCloseTo(0.7, 12);
  });

  it.each([
    [0.05, "it is slowest along the floor"],
    [2 / 21, "both directions are equally slow"],
    [0.099, "it is slowest across the ravine"],
    [0.1, "it bounces from wall to wall for ever"],
    [0.101, "the bounces across grow"],
    [0.2, "diverged at step"],
  ])("says of η = %d: %s", (eta, words) => {
    const state = { ...initial, eta };
    expect(explorerSummary(state, explorerModel(state), 60)).toContain(words);
  });

  it("keeps the preset when κ changes and when the address is read again", () => {
    const best = { ...initial, eta: presets(20)[1]?.eta as number };
    const rounder = { ...best, ...withKappa(best, 5) };
    expect(presetOf(rounder)).toBe(1);
    expect(rounder.eta).toBeCloseTo(2 / 6, 12);
    expect(presetOf(parseState(formatState(best, explorerFields), explorerFields))).toBe(1);
    expect(withKappa(initial, 5).eta).toBe(0.09);
  });

  it("tells its numbers in a table that a person can read", () => {
    const { rows } = explorerTable(explorerModel(initial));
    expect(rows.length).toBeLessThan(25);
    expect(rows.at(-1)?.[0]).toBe("60");
  });
});
