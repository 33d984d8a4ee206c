/** Rounds of ten steps each, until the average stands still. */
export function answers(): readonly number[] {
  let x = 0;
  for (let round = 0; round < 1000; round++) {
    let [one, two] = [x, x];
    for (let step = 0; step < 10; step++) {
      one -= 0.05 * 2 * (one - 1);
      two -= 0.05 * 10 * two;
    }
    x = (one + two) / 2;
  }
  return [x];
}
