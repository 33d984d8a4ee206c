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
    "At {x} the gradient is {x2}; the knee is at {x3} from there, Newton’s point at {x4}. With Δ = {radius} the dogleg ends {replace}: p = {x5}, which promises a decrease of {decrease}. The best step within the radius promises {decrease2}.",
    {
      x: pair(state.x, state.y),
      x2: pair(g.x, g.y),
      x3: pair(cauchy.x, cauchy.y, 3),
      x4: pair(newton.x, newton.y, 3),
      radius: significant(radius),
      replace: endsOn(picture, radius).replace(
        "Newton’s step fits",
        "at Newton’s point, which fits",
      ),
      x5: pair(dogleg.p.x, dogleg.p.y, 3),
      decrease: fixed(dogleg.decrease, 2),
      decrease2: fixed(best.decrease, 2),
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
