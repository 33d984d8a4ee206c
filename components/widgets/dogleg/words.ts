import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type DoglegPicture, doglegPicture, endsOn } from "./model.ts";
import { type DoglegState, PRESETS } from "./state.ts";

/** The state of the figure in words. */
export function doglegSummary(state: DoglegState, picture: DoglegPicture): string {
  const { g, cauchy, newton, dogleg, best } = picture;
  const { radius } = state;
  return `At ${pair(state.x, state.y)} the gradient is ${pair(g.x, g.y)}; the knee is at ${pair(cauchy.x, cauchy.y, 3)} from there, Newton’s point at ${pair(newton.x, newton.y, 3)}. With Δ = ${significant(radius)} the dogleg ends ${endsOn(picture, radius).replace("Newton’s step fits", "at Newton’s point, which fits")}: p = ${pair(dogleg.p.x, dogleg.p.y, 3)}, which promises a decrease of ${fixed(dogleg.decrease, 2)}. The best step within the radius promises ${fixed(best.decrease, 2)}.`;
}

/** The dogleg for several radii. */
export function doglegTable(state: DoglegState): TableData {
  return {
    caption: "The dogleg step for some radii",
    columns: ["Δ", "p", "length", "promised", "best possible"],
    rows: PRESETS.map(({ radius }) => {
      const { dogleg, best } = doglegPicture({ ...state, radius });
      return [
        significant(radius),
        pair(dogleg.p.x, dogleg.p.y, 3),
        fixed(dogleg.length, 3),
        fixed(dogleg.decrease, 3),
        fixed(best.decrease, 3),
      ];
    }),
  };
}
