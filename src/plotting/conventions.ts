/** The three ways in which papers and libraries write momentum. */
export type Convention = "A" | "B" | "C";

/** One learning rate for each convention. */
export type Rates = Readonly<Record<Convention, number>>;

/**
 * The rates with which the three conventions walk the same path (η and β constant).
 *
 * A (classical): v ← βv + ηg, θ ← θ − v. B (book, PyTorch): v ← βv + g, θ ← θ − ηv.
 * C (EWA): m ← βm + (1 − β)g, θ ← θ − ηm. So η_A = η_B = (1 − β) η_C.
 *
 * @param from the convention that eta is meant in
 * @param beta momentum in [0, 1)
 */
export function convertRates(from: Convention, eta: number, beta: number): Rates {
  const book = from === "C" ? eta * (1 - beta) : eta;
  const average = from === "C" ? eta : eta / (1 - beta);
  return { A: book, B: book, C: average };
}
