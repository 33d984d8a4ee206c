import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import { exactShare, type RandomModel } from "./model.ts";
import { BATCH, type Ensemble, type RandomState } from "./state.ts";

export const ensembleName: Readonly<Record<Ensemble, string>> = {
  GOE: say("the Gaussian orthogonal ensemble"),
  equal: say("the ensemble of equal variances"),
};

/** "0.146", or what can be said when none was found. */
export function shareInWords(found: number, drawn: number): string {
  if (drawn === 0) return "–";
  return found === 0 ? say("none of {drawn}", { drawn }) : significant(found / drawn, 3);
}

/** "0.1464", where it is known. */
export function exactInWords(n: number, ensemble: Ensemble): string {
  const exact = exactShare(n, ensemble);
  return exact === undefined ? say("not a closed form here") : significant(exact, 4);
}

/** The signs of a spectrum: "2 up, 1 down". */
export function signsInWords(spectrum: Float64Array): string {
  const up = spectrum.filter((value) => value > 0).length;
  return say("{up} up, {down} down", { up, down: spectrum.length - up });
}

/** The state of the figure in a few sentences. */
export function randomSummary(
  { n, ensemble }: RandomState,
  { spectra, positive }: RandomModel,
  t: number,
): string {
  const drawn = BATCH * t;
  const found = positive[t] as number;
  const exact = exactShare(n, ensemble);
  if (drawn === 0)
    return say("No matrix of {n} × {n} drawn yet from {ensemble}.", {
      n,
      ensemble: ensembleName[ensemble],
    });
  const known =
    exact === undefined
      ? ""
      : say("; the exact probability is {probability}", { probability: significant(exact, 4) });
  return say(
    "Of {drawn} random symmetric {n} × {n} matrices of {ensemble}, {found} have positive eigenvalues only ({share}){exact}. The last one has {signs}.",
    {
      drawn,
      n,
      ensemble: ensembleName[ensemble],
      found,
      share: shareInWords(found, drawn),
      exact: known,
      signs: signsInWords(spectra[drawn - 1] as Float64Array),
    },
  );
}

/** The running count. */
export function randomTable({ positive }: RandomModel): TableData {
  return {
    caption: say("Matrices with positive eigenvalues only"),
    columns: [say("drawn"), say("of them all positive"), say("share")],
    rows: thinned(positive.length, 3, 12).map((t) => [
      String(BATCH * t),
      String(positive[t]),
      shareInWords(positive[t] as number, BATCH * t),
    ]),
  };
}
