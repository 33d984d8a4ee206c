import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { kappaOf, kappasByDegree } from "./model.ts";
import { type Basis, type Interval, POINTS, type PowerState } from "./state.ts";

export const intervalName: Readonly<Record<Interval, string>> = {
  unit: "[0, 1]",
  symmetric: "[−1, 1]",
};

const basisName: Readonly<Record<Basis, string>> = {
  powers: say("powers"),
  standardized: say("standardized powers"),
  Legendre: say("Legendre polynomials"),
};

/** The state of the figure in a few sentences. */
export function powerSummary({ degree, interval, basis }: PowerState): string {
  const other: Interval = interval === "unit" ? "symmetric" : "unit";
  const kappa = (of: Interval) => significant(kappaOf(basis, of, degree), 3);
  return say(
    "The constant and {basis} up to degree {degree} at {points} points of {interval}: κ = {kappa}. On {other} it is {otherKappa}.",
    {
      basis: basisName[basis],
      degree,
      points: POINTS,
      interval: intervalName[interval],
      kappa: kappa(interval),
      other: intervalName[other],
      otherKappa: kappa(other),
    },
  );
}

/** The condition number for every degree, on both intervals. */
export function powerTable(basis: Basis): TableData {
  const [unit, symmetric] = [kappasByDegree(basis, "unit"), kappasByDegree(basis, "symmetric")];
  return {
    caption: say("Condition number by degree: {basis}", { basis: basisName[basis] }),
    columns: [say("degree"), say("κ on [0, 1]"), say("κ on [−1, 1]")],
    rows: unit.map((kappa, i) => [
      String(i + 1),
      significant(kappa, 3),
      significant(symmetric[i] as number, 3),
    ]),
  };
}
