import { adam, createOracle } from "@downhill/optim";

const PARAMETERS = 7e9;
const BYTES = 4;

/** The arrays of Adam's state beside the point itself, as many as the package makes, in GB. */
export function answers(): readonly number[] {
  const flat = { dim: 1, value: () => 0, gradient: () => Float64Array.of(0) };
  const { m, s } = adam().init(createOracle(flat), Float64Array.of(0));
  return [([m, s].length * PARAMETERS * BYTES) / 1e9];
}
