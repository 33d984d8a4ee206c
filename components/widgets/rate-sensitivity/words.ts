import { sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { SensitivityState } from "./state.ts";
import { RATES, type Row } from "./training.ts";
import { usable } from "./usable.ts";

/** A loss in a cell of the table. */
export function lossText(loss: number): string {
  return Number.isFinite(loss) ? significant(loss, 2) : "diverged";
}

/** The state of the figure in words. */
export function sensitivitySummary(
  rows: readonly Row[],
  { one, other, limit }: SensitivityState,
): string {
  const compared = [...new Set([one, other])].flatMap((method) =>
    rows.filter((row) => row.method === method),
  );
  const reaching = rows.filter(({ losses }) => Math.min(...losses) <= limit).length;
  return `${compared.map((row) => rowText(row, limit)).join(" ")} In all, ${reaching} of ${sayCount({ one: "{count} method", other: "{count} methods" }, rows.length)} come down to ${significant(limit, 2)} at some rate.`;
}

function rowText(row: Row, limit: number): string {
  const { best, atEdge, range } = usable(row, limit);
  if (row.losses[best] === Number.POSITIVE_INFINITY) return `${row.method} diverged at every rate.`;
  const lowest = `${row.method}: lowest loss ${lossText(row.losses[best] as number)} at η = ${RATES[best]}${atEdge ? ", at the edge of what was tried" : ""}`;
  return range === undefined
    ? `${lowest}; no rate tried is good enough.`
    : `${lowest}; good enough ${rangeText(range)}.`;
}

/** "from 0.03 to 1", and how many times as large the last rate is. */
export function rangeText([first, last]: readonly [number, number]): string {
  return first === last
    ? `at η = ${first} only`
    : `from η = ${first} to ${last}, a factor of ${Math.round(last / first)}`;
}

/** How the rows differ: the best loss, its rate, and the range that is good enough. */
export function sensitivityTable(rows: readonly Row[], limit: number): TableData {
  return {
    caption: `Lowest loss of each method, and the rates whose loss is at most ${significant(limit, 2)}`,
    columns: ["method", "lowest loss", "at η", "good enough", "factor"],
    rows: rows.map((row) => {
      const { best, atEdge, range } = usable(row, limit);
      return [
        row.method,
        lossText(row.losses[best] as number),
        `${RATES[best]}${atEdge ? " (edge)" : ""}`,
        range === undefined
          ? "nowhere"
          : range[0] === range[1]
            ? `${range[0]}`
            : `${range[0]} to ${range[1]}`,
        range === undefined ? "–" : String(Math.round(range[1] / range[0])),
      ];
    }),
  };
}
