import { numericHessian, symmetricEigen } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import {
  type Place,
  places,
  secondOrderTest,
  stretches,
  walk,
} from "#components/widgets/critical-points/model.ts";
import { surfaceBackground } from "#components/widgets/critical-points/pictures.ts";
import { criticalFields, PLACES } from "#components/widgets/critical-points/state.ts";
import {
  criticalSummary,
  criticalTable,
  walkInWords,
} from "#components/widgets/critical-points/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

const all: readonly (readonly [string, Place])[] = PLACES.map((id) => [id, places[id]]);
const RADII = [0.2, 0.5, 1];

describe.each(all)("the stationary point of %s", (_id, place) => {
  it("is stationary at 0, with the curvatures that are stated", () => {
    const f = ([x = 0, y = 0]: Float64Array) => place.value(x, y);
    const h = 1e-4;
    for (const [x, y] of [
      [h, 0],
      [0, h],
    ] as const)
      expect((place.value(x, y) - place.value(-x, -y)) / (2 * h)).toBeCloseTo(0, 7);
    const { values } = symmetricEigen(numericHessian(f, [0, 0], 1e-3));
    const stated = [...place.curvatures].sort((a, b) => a - b);
    [...values].forEach((value, i) => {
      expect(value).toBeCloseTo(stated[i] ?? Number.NaN, 4);
    });
  });

  it("is what it is said to be, on circles of every size", () => {
    for (const r of RADII) {
      const { above, below } = stretches(walk(place, r));
      if (place.nature === "minimum") expect(below).toBe(0);
      if (place.nature === "maximum") expect(above).toBe(0);
      if (place.nature === "saddle") expect(Math.min(above, below)).toBeGreaterThan(0);
    }
  });

  it("is never called by the test what it is not", () => {
    const says = secondOrderTest(place.curvatures);
    expect([place.nature, "undecided"]).toContain(says);
  });
});

describe("the walk around stationary points", () => {
  it("finds the same Hessian under different natures", () => {
    const flat = PLACES.map((id) => places[id]).filter(
      ({ curvatures }) => curvatures.join(" ") === "2 0",
    );
    expect(flat.map(({ nature }) => nature)).toEqual(["minimum", "saddle", "saddle", "minimum"]);
  });

  it("goes up and down three times around the monkey saddle, as r³ cos 3φ", () => {
    for (const { phi, height } of walk(places.monkey, 0.8))
      expect(height).toBeCloseTo(0.8 ** 3 * Math.cos((3 * phi * Math.PI) / 180), 9);
    expect(walkInWords(places.monkey, 0.8)).toBe("3 above, 3 below");
  });

  it("says what it shows", () => {
    expect(criticalSummary(initialState(criticalFields))).toContain(
      "At 0 the Hessian of x² − y⁴ has the eigenvalues 2 and 0: the test says undecided. It is a saddle",
    );
    expect(walkInWords(places.dome, 1)).toBe("none above, 1 below");
    expect(walkInWords(places.bowl, 1)).toBe("1 above, none below");
  });

  it("draws the surface from back to front, each slice before the next", () => {
    const marks = surfaceBackground(places.pass);
    expect(marks).toHaveLength(63);
    expect(marks.map(({ mark }) => mark).slice(0, 3)).toEqual(["link", "areaY", "line"]);
  });

  it("tells heights that are only rounding as 0", () => {
    const { rows } = criticalTable({ place: "trough", r: 0.8 });
    expect(rows[6]).toEqual(["90°", "0.000", "0.800", "0.0000"]);
  });
});
