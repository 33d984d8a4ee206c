import * as np from "numpy-ts";

/** One update written with the array operations of numpy-ts, double precision. */
export function update(rule, x, g) {
  const gradient = np.array(Array.from(g));
  let point = np.array(Array.from(x));
  let m = np.zeros([x.length]);
  let s = np.zeros([x.length]);
  const RULES = {
    momentum() {
      m = m.multiply(0.9).add(gradient);
      point = point.subtract(m.multiply(1e-3));
    },
    rmsprop() {
      s = s.multiply(0.99).add(gradient.multiply(gradient).multiply(0.01));
      point = point.subtract(gradient.multiply(1e-3).divide(np.sqrt(s).add(1e-8)));
    },
    adam(k) {
      m = m.multiply(0.9).add(gradient.multiply(0.1));
      s = s.multiply(0.999).add(gradient.multiply(gradient).multiply(0.001));
      const root = np.sqrt(s).multiply(1 / Math.sqrt(1 - 0.999 ** k));
      point = point.subtract(m.multiply(1e-3 / (1 - 0.9 ** k)).divide(root.add(1e-8)));
    },
  };
  return { step: RULES[rule], read: () => point.tolist() };
}
