import { say } from "#src/language/say.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Field, type Fields, numberField, wholeField } from "../url-state.ts";
import { LANDSCAPES, type LandscapeName, landscapes } from "./landscapes.ts";
import { RACERS, type Racer } from "./racers.ts";

/** Who has which rate: each the tuned one, all the same, or each its own. */
export const RATES = ["tuned", "same", "own"] as const;
export type Rates = (typeof RATES)[number];

export interface ArenaState {
  readonly on: LandscapeName;
  readonly x: number;
  readonly y: number;
  readonly who: readonly Racer[];
  readonly rates: Rates;
  /** The rate where all have the same. */
  readonly eta: number;
  /** The rates where each has its own, in the order of RACERS. */
  readonly own: readonly number[];
  readonly t: number;
}

/** Steps of a run, if it does not diverge. */
export const LONGEST = 4000;
/** A run has arrived when it is this near to a minimum and stays so. */
export const NEAR = 0.1;

export const etaTrack: Track = { type: "log", domain: [1e-4, 10], stops: 150, digits: 2 };

const first = landscapes.beale;
const ordered = (who: readonly string[]) => RACERS.filter((racer) => who.includes(racer));

const racersField: Field<readonly Racer[]> = {
  initial: ordered([
    "gradient descent",
    "momentum",
    "Nesterov",
    "AdaGrad",
    "RMSprop",
    "Adam",
    "Lion",
  ]),
  parse: (text) => {
    const who = text.split(".").map((part) => RACERS[Number(part)] ?? "");
    return who.includes("") || !/^[\d.]+$/.test(text) ? undefined : ordered(who);
  },
  format: (who) => who.map((racer) => RACERS.indexOf(racer)).join("."),
};

const ownField: Field<readonly number[]> = {
  initial: RACERS.map((racer) => first.tuned[racer]),
  parse: (text) => {
    const own = text.split("_").map(Number);
    const [low, high] = etaTrack.domain;
    return own.length === RACERS.length && own.every((rate) => rate >= low && rate <= high)
      ? own
      : undefined;
  },
  format: (own) => own.map((rate) => String(Number(rate.toPrecision(3)))).join("_"),
};

export const arenaFields: Fields<ArenaState> = {
  on: choiceField<LandscapeName>("beale", LANDSCAPES),
  x: numberField(first.start.x, -10, 10),
  y: numberField(first.start.y, -10, 10),
  who: racersField,
  rates: choiceField<Rates>("tuned", RATES),
  eta: numberField(0.01, ...etaTrack.domain),
  own: ownField,
  t: wholeField(60, 0, LONGEST),
};

/** The rate of a method in a state. */
export function rateOf({ on, rates, eta, own }: ArenaState, racer: Racer): number {
  if (rates === "same") return eta;
  if (rates === "tuned") return landscapes[on].tuned[racer];
  return own[RACERS.indexOf(racer)] as number;
}

/** A race that the text talks about. */
export interface Scene {
  readonly label: string;
  readonly set: Pick<ArenaState, "on" | "x" | "y" | "rates" | "eta">;
}

const at = (on: LandscapeName) => ({ on, ...landscapes[on].start, eta: 0.01 });

export const SCENES: readonly Scene[] = [
  { label: say("Beale, tuned"), set: { ...at("beale"), rates: "tuned" } },
  { label: say("0.01 for all"), set: { ...at("beale"), rates: "same" } },
  { label: say("tuned, another start"), set: { ...at("beale"), x: -1, y: 2, rates: "tuned" } },
  { label: say("three hollows"), set: { ...at("dunes"), rates: "tuned" } },
  { label: "Rosenbrock", set: { ...at("rosenbrock"), rates: "tuned" } },
];
