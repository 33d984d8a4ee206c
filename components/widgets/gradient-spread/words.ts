import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type Estimates, type SpreadModel, spreadModel } from "./model.ts";
import { DRAWS, type Place, type SpreadState } from "./state.ts";

export const placeName: Readonly<Record<Place, string>> = {
  start: say("at the start of the run"),
  near: say("near the minimum"),
  minimum: say("at the minimum"),
};

/** A standard deviation in units of that of a single point; 0 where only rounding is left. */
export function inSigma(deviation: number, sigma: number): string {
  const share = deviation / sigma;
  return share < 1e-9 ? "0" : fixed(share, 4);
}

/** The state of the figure in a few sentences. */
export function spreadSummary({ b, place }: SpreadState, model: SpreadModel): string {
  const { slope, sigma, replacing, without } = model;
  const exact = Math.abs(slope) < 1e-9 ? "0" : significant(slope, 3);
  const kind = (name: string, { measured, theory }: Estimates) =>
    say("{drawing} {measured} σ (theory {theory} σ)", {
      drawing: name,
      measured: inSigma(measured, sigma),
      theory: inSigma(theory, sigma),
    });
  return say(
    "The slope in w {place} is {exact}; that of a single point has σ = {sigma}. Over {draws} batches of {size} the standard deviation of the estimate is, {replacing} and, {without}.",
    {
      place: placeName[place],
      exact,
      sigma: significant(sigma, 3),
      draws: DRAWS,
      size: b,
      replacing: kind(say("with replacement,"), replacing),
      without: kind("without,", without),
    },
  );
}

/** Standard deviations for some batch sizes. */
export function spreadTable(place: Place): TableData {
  return {
    caption: say(
      "Standard deviation in units of σ, {place}, measured on {draws} batches and by the formula",
      { place: placeName[place], draws: DRAWS },
    ),
    columns: ["b", say("with replacement"), say("formula"), say("without"), say("its formula")],
    rows: [1, 2, 8, 40, 100, 200].map((b) => {
      const { sigma, replacing, without } = spreadModel({ b, place });
      const all = [replacing, without].flatMap(({ measured, theory }) => [measured, theory]);
      return [String(b), ...all.map((deviation) => inSigma(deviation, sigma))];
    }),
  };
}
