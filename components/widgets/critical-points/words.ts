import { say } from "#src/language/say.ts";
import { fixed } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import {
  cleared,
  type Nature,
  onCircle,
  type Place,
  places,
  secondOrderTest,
  stretches,
  walk,
} from "./model.ts";
import type { CriticalState, PlaceId } from "./state.ts";

/** What the function is at 0: "saddle"; the trough's minimum is one of many. */
export function natureInWords(id: PlaceId): string {
  return id === "trough" ? say("minimum, one of a line") : places[id].nature;
}

/** What the test says, as the reader finds it: "2 and 0: undecided". */
export function testInWords({ curvatures }: Place): string {
  return secondOrderTest(curvatures);
}

export function curvaturesInWords({ curvatures }: Place): string {
  return curvatures.map((lambda) => fixed(lambda, 0)).join(" and ");
}

/** What the walk meets: "2 above, 2 below". */
export function walkInWords(place: Place, r: number): string {
  const { above, below } = stretches(walk(place, r));
  return say("{above} above, {below} below", { above: above || "none", below: below || "none" });
}

const reason: Readonly<Record<Nature, string>> = {
  minimum: say("nothing near 0 is lower"),
  maximum: say("nothing near 0 is higher"),
  saddle: say("there is higher and lower ground as near to 0 as you like"),
};

/** The state of the figure in a few sentences. */
export function criticalSummary({ place: id, r, phi }: CriticalState): string {
  const place = places[id];
  const { x, y } = onCircle(r, phi);
  const height = fixed(cleared(place.value(x, y), r), 3);
  return say(
    "At 0 the Hessian of {formula} has the eigenvalues {eigenvalues}: the test says {test}. It is a {nature}: {reason}. Stretches of the circle of radius {radius}: {stretches}; at {angle}° the height is {height}.",
    {
      formula: place.formula,
      eigenvalues: curvaturesInWords(place),
      test: testInWords(place),
      nature: place.nature,
      reason: reason[place.nature],
      radius: fixed(r, 2),
      stretches: walkInWords(place, r),
      angle: phi,
      height,
    },
  );
}

/** Heights on the circle, every 15 degrees. */
export function criticalTable({ place, r }: Pick<CriticalState, "place" | "r">): TableData {
  const { value, formula } = places[place];
  return {
    caption: say("{formula} on the circle of radius {radius}", { formula, radius: fixed(r, 2) }),
    columns: [say("angle"), "x", "y", say("height")],
    rows: Array.from({ length: 24 }, (_, i) => {
      const { x, y } = onCircle(r, 15 * i);
      return [`${15 * i}°`, fixed(x, 3), fixed(y, 3), fixed(cleared(value(x, y), r), 4)];
    }),
  };
}
