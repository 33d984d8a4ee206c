import { say, sayCount } from "#src/language/say.ts";
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
  return say("{comparison} In all, {good} of {methods} come down to {limit} at some rate.", {
    comparison: compared.map((row) => rowText(row, limit)).join(" "),
    good: reaching,
    methods: sayCount({ one: "{count} method", other: "{count} methods" }, rows.length),
    limit: significant(limit, 2),
  });
}

function rowText(row: Row, limit: number): string {
  const { best, atEdge, range } = usable(row, limit);
  if (row.losses[best] === Number.POSITIVE_INFINITY)
    return say("{method} diverged at every rate.", { method: row.method });
  const lowest = say("{method}: lowest loss {loss} at η = {eta}{edge}", {
    method: row.method,
    loss: lossText(row.losses[best] as number),
    eta: RATES[best],
    edge: atEdge ? say(", at the edge of what was tried") : "",
  });
  return range === undefined
    ? say("{result}; no rate tried is good enough.", { result: lowest })
    : say("{result}; good enough {range}.", { result: lowest, range: rangeText(range) });
}

/** "from 0.03 to 1", and how many times as large the last rate is. */
export function rangeText([first, last]: readonly [number, number]): string {
  return first === last
    ? say("at η = {eta} only", { eta: first })
    : say("from η = {lowest} to {highest}, a factor of {factor}", {
        lowest: first,
        highest: last,
        factor: Math.round(last / first),
      });
}

/** How the rows differ: the best loss, its rate, and the range that is good enough. */
export function sensitivityTable(rows: readonly Row[], limit: number): TableData {
  return {
    caption: say("Lowest loss of each method, and the rates whose loss is at most {limit}", {
      limit: significant(limit, 2),
    }),
    columns: [say("method"), say("lowest loss"), say("at η"), say("good enough"), say("factor")],
    rows: rows.map((row) => {
      const { best, atEdge, range } = usable(row, limit);
      return [
        row.method,
        lossText(row.losses[best] as number),
        atEdge ? say("{rate} (edge)", { rate: RATES[best] }) : `${RATES[best]}`,
        range === undefined
          ? say("nowhere")
          : range[0] === range[1]
            ? `${range[0]}`
            : say("{from} to {to}", { from: range[0], to: range[1] }),
        range === undefined ? "–" : String(Math.round(range[1] / range[0])),
      ];
    }),
  };
}
