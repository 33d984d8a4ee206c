/** Rung by rung: what all settings on it cost, and what they cost beyond the rung before. */
export function answers(): readonly number[] {
  let [anew, continued] = [0, 0];
  for (let settings = 81, epochs = 1; settings >= 1; settings /= 3, epochs *= 3) {
    anew += settings * epochs;
    continued += settings * (epochs - (epochs === 1 ? 0 : epochs / 3));
  }
  return [anew, continued];
}
