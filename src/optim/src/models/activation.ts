/** What a unit makes of its input z, with the derivatives that back-propagation needs. */
export interface Activation {
  value(z: number): number;
  /** a′(z), given z and a = value(z). */
  slope(z: number, a: number): number;
  /** a″(z), given z and a = value(z). */
  bend(z: number, a: number): number;
}

/** Smooth and bounded: tanh z, with slope 1 − a². */
export const tanhActivation: Activation = {
  value: Math.tanh,
  slope: (_z, a) => 1 - a * a,
  bend: (_z, a) => -2 * a * (1 - a * a),
};

/** The rectifier max(0, z): slope 1 above 0, else 0; no bend anywhere but at the kink. */
export const reluActivation: Activation = {
  value: (z) => Math.max(0, z),
  slope: (z) => (z > 0 ? 1 : 0),
  bend: () => 0,
};

/** Leaves z as it is: the last layer's. */
export const identityActivation: Activation = {
  value: (z) => z,
  slope: () => 1,
  bend: () => 0,
};
