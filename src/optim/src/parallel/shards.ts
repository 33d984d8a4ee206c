import type { FiniteSum } from "../finite-sum.ts";
import { finiteSum } from "../finite-sum.ts";
import { requireWhole } from "../internal/guard.ts";

/**
 * The data cut into pieces that stay where they are: shard w has the examples w, w + W, w + 2W, …
 * Such as the phones of federated learning, whose data never meet.
 *
 * @param count number of shards W, from 1 to the number of examples.
 * @throws TypeError if it is no number, RangeError if it is not whole, less than 1 or more than the
 *   examples.
 */
export function shards(sum: FiniteSum, count: number): readonly FiniteSum[] {
  requireWhole("shards", "count", count, 1);
  if (count > sum.examples)
    throw new RangeError(
      `shards: count must be at most ${sum.examples}, the number of examples, got ${count}`,
    );
  return Array.from({ length: count }, (_, shard) => {
    const mine: number[] = [];
    for (let row = shard; row < sum.examples; row += count) mine.push(row);
    return finiteSum(mine.length, (rows) => sum.over(rows.map((row) => mine[row]!)), "shards");
  });
}
