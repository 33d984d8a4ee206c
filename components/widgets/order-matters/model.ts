import { gradientDescentKernel, mulberry32, permutation } from "@downhill/optim";
import { EPOCHS, FIRST, NUMBERS, type Order } from "./state.ts";

/** The numbers 1 … 100, as they come in ten epochs. */
export function stream(order: Order, seed: number): readonly number[] {
  const random = mulberry32(seed);
  return Array.from({ length: EPOCHS }, (_, epoch) => {
    const ascending = order === "sorted" || (order === "curriculum" && epoch < FIRST);
    const places = ascending
      ? Array.from({ length: NUMBERS }, (_, i) => i)
      : permutation(NUMBERS, random);
    return places.map((place) => place + 1);
  }).flat();
}

/** SGD for the mean: descent on ½(θ − y)², one number y at a time, from θ = 0. Index t is after t numbers. */
export function estimates(order: Order, eta: number, seed: number): readonly number[] {
  const theta = new Float64Array(1);
  const g = new Float64Array(1);
  return [
    0,
    ...stream(order, seed).map((y) => {
      g[0] = (theta[0] as number) - y;
      gradientDescentKernel(theta, g, eta);
      return theta[0] as number;
    }),
  ];
}

/** Where ascending epochs end once the start is forgotten. */
export function sortedLimit(eta: number): number {
  const beta = 1 - eta;
  let sum = 0;
  for (let k = 0; k < NUMBERS; k++) sum += eta * beta ** k * (NUMBERS - k);
  return sum / (1 - beta ** NUMBERS);
}
