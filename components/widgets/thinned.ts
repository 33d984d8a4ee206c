/**
 * Indices of a long run for a table that a person can read: the first steps one by one, then
 * evenly spaced, and the last.
 *
 * @param length number of entries
 * @param head how many of the first are all kept; defaults to 6
 * @param rest about how many of the others are kept; defaults to 10
 */
export function thinned(length: number, head = 6, rest = 10): readonly number[] {
  const stride = Math.max(1, Math.ceil((length - head) / rest));
  return Array.from({ length }, (_, i) => i).filter(
    (i) => i < head || i === length - 1 || (i - head + 1) % stride === 0,
  );
}
