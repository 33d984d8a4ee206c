/** The first whole step at which a weight is down to 1/e, counted. */
export function answers(): readonly number[] {
  let steps = 0;
  for (let weight = 1; weight > Math.exp(-1); weight *= 0.98) steps += 1;
  return [steps];
}
