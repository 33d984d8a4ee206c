/** The bytes of a real array of one row, times the number of rows. */
export function answers(): readonly number[] {
  const parameters = 1_000_000;
  return [(new Float32Array(parameters).byteLength * parameters) / 2 ** 30];
}
