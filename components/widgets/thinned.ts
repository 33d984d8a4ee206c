/**
 * Indices of a long run for a table that a person can read: the first steps one by one, then
 * evenly spaced, and the last. The spacing is a multiple of neither 2 nor 3, so that a run that
 * changes sides, or goes round in three places, is seen to; where every other row would do, all
 * are kept.
 *
 * @param length number of entries
 * @param head how many of the first are all kept; defaults to 6
 * @param rest about how many of the others are kept; defaults to 10
 */
export function thinned(length: number, head = 6, rest = 10): readonly number[] {
  const stride = spacing(Math.ceil((length - head) / rest));
  return Array.from({ length }, (_, i) => i).filter(
    (i) => i < head || i === length - 1 || (i - head + 1) % stride === 0,
  );
}

/** The next spacing that shows cycles of two and of three; 1 where 2 would do. */
function spacing(least: number): number {
  if (least <= 2) return 1;
  return least % 2 === 0 || least % 3 === 0 ? spacing(least + 1) : least;
}
