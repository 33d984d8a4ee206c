import { say } from "#src/language/say.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type DoglegPicture, doglegPicture, endsOn } from "./model.ts";
import { type DoglegState, PRESETS } from "./state.ts";

/** The state of the figure in words. */
export function doglegSummary(state: DoglegState, picture: DoglegPicture): string {
  const { g, cauchy, newton, dogleg, best } = picture;
  const { radius } = state;
  return say(
    "At {point} the gradient is {gradient}; the knee is at {knee} from there, Newton’s point at {newton}. With Δ = {radius} the dogleg ends {place}: p = {step}, which promises a decrease of {doglegDecrease}. The best step within the radius promises {bestDecrease}.",
    {
      point: pair(state.x, state.y),
      gradient: pair(g.x, g.y),
      knee: pair(cauchy.x, cauchy.y, 3),
      newton: pair(newton.x, newton.y, 3),
      radius: significant(radius),
      place: endsOn(picture, radius).replace("Newton’s step fits", "at Newton’s point, which fits"),
      step: pair(dogleg.p.x, dogleg.p.y, 3),
      doglegDecrease: fixed(dogleg.decrease, 2),
      bestDecrease: fixed(best.decrease, 2),
    },
  );
}

/** The dogleg for several radii. */
export function doglegTable(state: DoglegState): TableData {
  return {
    caption: say("The dogleg step for some radii"),
    columns: ["Δ", "p", say("length"), say("promised"), say("best possible")],
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
