import { describe, expect, it } from "vitest";
import { LANDSCAPES, landscapes } from "#components/widgets/arena/landscapes.ts";
import { arenaModel, type Finish, lossAt, race } from "#components/widgets/arena/model.ts";
import { makers, RACERS, type Racer } from "#components/widgets/arena/racers.ts";
import {
  type ArenaState,
  arenaFields,
  etaTrack,
  LONGEST,
  SCENES,
} from "#components/widgets/arena/state.ts";
import { arenaSummary, arenaTable, ending } from "#components/widgets/arena/words.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";

const initial = { ...initialState(arenaFields), who: RACERS };
const scene = (label: string): ArenaState => ({
  ...initial,
  ...SCENES.find((one) => one.label === label)?.set,
});
/** Steps to arrive for good; "–" under way, "×" diverged. */
const shortly = (finish: Finish) =>
  finish.kind === "arrived" ? `${finish.step}${finish.at}` : finish.kind === "diverged" ? "×" : "–";
const counts = (state: ArenaState) =>
  Object.fromEntries(arenaModel(state).runs.map(({ racer, finish }) => [racer, shortly(finish)]));

/** 1, 2, 5 · 10ᵏ over the track of the rate. */
const GRID = [-4, -3, -2, -1, 0].flatMap((k) => [1, 2, 5].map((digit) => Number(`${digit}e${k}`)));

describe("the arena", () => {
  it("starts on Beale’s function, everybody tuned, with Adam ahead of the classical methods", () => {
    expect(initialState(arenaFields)).toMatchObject({ on: "beale", x: 1, y: 1.5, rates: "tuned" });
    expect(counts(scene("Beale, tuned"))).toEqual({
      "gradient descent": "247",
      momentum: "185",
      Nesterov: "141",
      Rprop: "23",
      AdaGrad: "124",
      RMSprop: "134",
      Adadelta: "1224",
      Adam: "56",
      AdaMax: "98",
      Nadam: "500",
      AMSGrad: "56",
      Lion: "656",
    });
  });

  it("turns the order round with one rate for all", () => {
    const { Adam, AdaGrad, momentum, Nesterov, ...rest } = counts(scene("0.01 for all"));
    expect(rest["gradient descent"]).toBe("484");
    expect([Adam, AdaGrad, momentum, Nesterov]).toEqual(["1942", "–", "×", "×"]);
  });

  it("turns it round again from another start, and lets some never arrive", () => {
    const all = counts(scene("tuned, another start"));
    expect([all["gradient descent"], all.Nesterov, all.Adam]).toEqual(["245", "30", "100"]);
    for (const racer of ["momentum", "RMSprop", "Nadam", "Lion"]) expect(all[racer]).toBe("–");
    // They are in the valley that sinks to the left.
    const { runs } = arenaModel(scene("tuned, another start"));
    for (const { racer, xs, finish } of runs)
      if (["momentum", "RMSprop", "Nadam", "Lion"].includes(racer)) {
        expect(finish.kind).toBe("under way");
        expect(xs.at(-1)).toBeLessThan(-3);
      }
  });

  it("ends in three different hollows from one start", () => {
    const ends = Object.values(counts(scene("three hollows"))).map((end) => end.at(-1));
    expect([...new Set(ends)].toSorted()).toEqual(["A", "B", "C"]);
  });

  const arrival = (on: (typeof LANDSCAPES)[number], racer: Racer, rate: number) => {
    const landscape = landscapes[on];
    const { finish } = race(makers[racer](rate), landscape, landscape.start);
    return finish.kind === "arrived" ? finish.step : Number.POSITIVE_INFINITY;
  };

  it.each(LANDSCAPES)("has on %s no faster rate beside the tuned ones", (on) => {
    for (const racer of RACERS) {
      const tuned = landscapes[on].tuned[racer];
      const at = GRID.indexOf(tuned);
      expect(at).toBeGreaterThanOrEqual(0);
      const steps = arrival(on, racer, tuned);
      for (const rate of GRID.slice(Math.max(0, at - 1), at + 2))
        expect(arrival(on, racer, rate)).toBeGreaterThanOrEqual(steps);
    }
  });

  it("has on Beale no faster rate on the whole grid", () => {
    for (const racer of RACERS) {
      const best = Math.min(...GRID.map((rate) => arrival("beale", racer, rate)));
      expect(arrival("beale", racer, landscapes.beale.tuned[racer])).toBe(best);
    }
  });

  it("shows as many steps as the last to arrive needs, and no loss where there is no run", () => {
    const model = arenaModel(scene("0.01 for all"));
    expect(model.length).toBeLessThanOrEqual(LONGEST);
    const lost = model.runs.find(({ racer }) => racer === "momentum");
    expect(lost && lossAt(model.landscape, lost, model.length)).toBeNaN();
    expect(lost && ending(lost)).toBe("diverged at step 9");
  });

  it("keeps who runs and at which rates in the address", () => {
    const state: ArenaState = {
      ...initial,
      who: ["Adam", "Lion"],
      rates: "own",
      own: RACERS.map((_, i) => Number((etaTrack.domain[0] * 2 ** i).toPrecision(3))),
    };
    const text = formatState(state, arenaFields);
    expect(parseState(text, arenaFields)).toEqual(state);
    expect(parseState("who:99,own:1_2", arenaFields)).toEqual(initialState(arenaFields));
  });

  it("is told in words, and in a table", () => {
    const state = { ...scene("Beale, tuned"), who: ["momentum", "Adam"] as const };
    const model = arenaModel(state);
    expect(arenaSummary(state, model)).toBe(
      "On Beale from (1, 1.5), each at the rate tuned from the usual start, until within 0.1 of a minimum for good: momentum 185 steps; Adam 56 steps.",
    );
    expect(arenaSummary({ ...state, who: [] }, { ...model, runs: [] })).toContain("nobody");
    const { columns, rows } = arenaTable(model, 60);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});
