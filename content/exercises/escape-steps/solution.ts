/** The first step at which the distance is at least 1, counted. */
export function answers(): readonly number[] {
  let steps = 0;
  for (let y = 1e-6; y < 1; y += 0.1 * y) steps += 1;
  return [steps];
}
