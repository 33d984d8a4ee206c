/** The two usual ideas of how alike neighbours are; see `covariances`. */
export type CovarianceName = "rbf" | "matern52";

/**
 * Covariance of the values at two points whose distance is r, in units of the length scale. It is
 * 1 at r = 0 and falls to 0: near points have much the same value.
 *
 *     "rbf"       e^(−r²/2)                       samples have all derivatives
 *     "matern52"  (1 + √5 r + 5r²/3) e^(−√5 r)    samples have two
 *
 * Source: Rasmussen & Williams 2006, section 4.2.
 */
export const covariances: Readonly<Record<CovarianceName, (r: number) => number>> = {
  rbf: (r) => Math.exp((-r * r) / 2),
  matern52(r) {
    const s = Math.sqrt(5) * r;
    return (1 + s + (s * s) / 3) * Math.exp(-s);
  },
};
