import { say } from "#src/language/say.ts";
import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

export type Order = "sorted" | "shuffled" | "curriculum";
export const ORDERS: readonly { readonly value: Order; readonly label: string }[] = [
  { value: "sorted", label: say("ascending") },
  { value: "shuffled", label: say("shuffled") },
  { value: "curriculum", label: say("five epochs ascending, then shuffled") },
];

/** The order of the numbers, the learning rate, the seed of the shuffles, and the step shown. */
export interface OrderState {
  readonly order: Order;
  readonly eta: number;
  readonly seed: number;
  readonly t: number;
}

export const NUMBERS = 100;
export const EPOCHS = 10;
export const STEPS = NUMBERS * EPOCHS;
/** Epochs in ascending order at the beginning of the third order. */
export const FIRST = 5;

export const etaTrack: Track = { type: "log", domain: [0.001, 1], stops: 240, digits: 3 };

export const orderFields: Fields<OrderState> = {
  order: choiceField<Order>("sorted", ["sorted", "shuffled", "curriculum"]),
  eta: numberField(0.05, ...etaTrack.domain),
  seed: seedField(),
  t: wholeField(STEPS, 0, STEPS),
};
