import { adam, initialWeights, methodCards, minibatch } from "@downhill/optim";
import { digits as images } from "@downhill/optim/data";
import { describe, expect, it } from "vitest";
import { blocksOf, runByLayer } from "#components/widgets/digits-tournament/by-layer.ts";
import { entrants } from "#components/widgets/digits-tournament/entrants.ts";
import {
  standingsForeground,
  standingsFrame,
} from "#components/widgets/digits-tournament/figure.ts";
import { levelWithFirst, standingsOf } from "#components/widgets/digits-tournament/standings.ts";
import {
  ALL,
  chosenOf,
  FEW,
  ratesOf,
  SEEDS,
  tournamentFields,
  whoOf,
} from "#components/widgets/digits-tournament/state.ts";
import {
  HELD_OUT,
  STORED_BUDGET,
  storedEntries,
} from "#components/widgets/digits-tournament/stored.ts";
import {
  bestOf,
  compete,
  type Entry,
  middle,
  trainingsOf,
} from "#components/widgets/digits-tournament/tournament.ts";
import { type Setting, type Trial, trialOf } from "#components/widgets/digits-tournament/trial.ts";
import { searchTable, tournamentSummary } from "#components/widgets/digits-tournament/words.ts";
import { answering } from "#components/widgets/digits-workers/answer.ts";
import { digitsNetwork, LEARNED } from "#components/widgets/digits-workers/network.ts";
import { packDigits, unpackDigits } from "#components/widgets/digits-workers/packed.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";

const digits = unpackDigits(packDigits(images()));
const network = digitsNetwork(digits);
const standings = standingsOf(storedEntries);
const entryOf = (id: string) => storedEntries.find(({ method }) => method === id) as Entry;

describe("the methods that take part", () => {
  it("are those of the catalogue that train by batches at a learning rate", () => {
    const ids = entrants.map(({ id }) => id);
    expect(ids.length).toBe(30);
    const first = methodCards.filter(
      ({ family }) => family === "gradient" || family === "adaptive",
    );
    for (const { id } of first) expect(ids).toContain(id);
    expect(ids).toEqual(expect.arrayContaining(["muon", "soap", "adafactor", "sam", "lookahead"]));
    for (const id of ["shampoo", "lbfgs", "newton", "nelder-mead"]) expect(ids).not.toContain(id);
  });

  it.each(entrants.map(({ id, run }) => [id, run] as const))("take a step: %s", (_, run) => {
    const { learned } = network;
    const start = initialWeights(learned.sizes, { seed: 1 });
    const training = run(0.01, learned.sizes, start);
    expect(
      training.advance(minibatch(learned, { batchSize: 8, seed: 1 }).at(1), 1),
    ).toBeUndefined();
    expect(training.x.every(Number.isFinite)).toBe(true);
    expect(training.x).not.toEqual(start);
  });
});

describe("a method for each layer", () => {
  it("gets the weights of a layer as a matrix and the biases as a column", () => {
    expect(blocksOf([3, 2, 1])).toEqual([
      { from: 0, to: 6, shape: [2, 3] },
      { from: 6, to: 8, shape: [2, 1] },
      { from: 8, to: 10, shape: [1, 2] },
      { from: 10, to: 11, shape: [1, 1] },
    ]);
    expect(blocksOf(network.learned.sizes).at(-1)?.to).toBe(network.learned.dim);
  });

  it("comes to what it does for all of them at once, where it treats each weight by itself", () => {
    const { learned, start } = network;
    const batches = minibatch(learned, { batchSize: 16, seed: 1 });
    const parts = runByLayer(learned.sizes, start, () => adam({ learningRate: 0.01 }));
    const whole = adam({ learningRate: 0.01 }).inPlace?.(start);
    for (let k = 1; k <= 5; k++) {
      parts.advance(batches.at(k), k);
      whole?.advance(batches.at(k), k);
    }
    expect(parts.x).toEqual(whole?.x);
  });
});

describe("a tournament", () => {
  const budget = { epochs: 2, rates: 6 };
  /** A training whose loss is lowest near the rate 0.1, and none at all above 1. */
  const fake =
    (asked: Setting[]) =>
    (setting: Setting): Trial => {
      asked.push(setting);
      const loss =
        setting.rate > 1 ? Number.POSITIVE_INFINITY : Math.abs(Math.log10(setting.rate / 0.1));
      return { ...setting, loss, right: 0.9, micros: 100 };
    };

  it("tries every rate once, then the best one with the other seeds", async () => {
    const asked: Setting[] = [];
    const seen: Entry[] = [];
    for await (const entry of compete("adam", budget, fake(asked))) seen.push(entry);
    expect(asked.map(({ rate, seed }) => [rate, seed])).toEqual([
      ...ratesOf(6).map((rate) => [rate, 1]),
      ...[2, 3, 4, 5].map((seed) => [0.1, seed]),
    ]);
    expect(asked).toHaveLength(trainingsOf(budget));
    expect(seen.at(-1)?.final.map(({ seed }) => seed)).toEqual(SEEDS);
  });

  it("goes no further with a method that diverges at every rate", async () => {
    const asked: Setting[] = [];
    const diverging = (setting: Setting): Trial => ({
      ...fake(asked)(setting),
      loss: Number.POSITIVE_INFINITY,
      right: 0,
    });
    const seen: Entry[] = [];
    for await (const entry of compete("adam", budget, diverging)) seen.push(entry);
    expect(asked).toHaveLength(6);
    expect(tournamentSummary(standingsOf(seen.slice(-1)), budget)).not.toMatch(/NaN|undefined/);
  });

  it("tries rates that are evenly apart", () => {
    expect(ratesOf(6)).toEqual([1e-4, 1e-3, 0.01, 0.1, 1, 10]);
    expect(ratesOf(11).slice(0, 4)).toEqual([1e-4, 3.2e-4, 1e-3, 3.2e-3]);
    expect(middle([3, 1, 2, 9])).toBe(2);
    expect(middle([])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("the tournament of the book", () => {
  it("holds what a training comes to", () => {
    expect(digits.count - LEARNED).toBe(HELD_OUT);
    for (const [id, place] of [
      ["adam", 1],
      ["lion", 2],
    ] as const) {
      const { rate, seed, epochs, loss, right } = entryOf(id).final[place] as Trial;
      const again = trialOf(network, { method: id, rate, seed, epochs });
      expect(again.loss).toBeCloseTo(loss, 4);
      expect(again.right).toBe(right);
    }
  });

  it("has all methods, with the whole budget", () => {
    expect(storedEntries.map(({ method }) => method)).toEqual(entrants.map(({ id }) => id));
    for (const { search, final } of storedEntries) {
      expect(search).toHaveLength(STORED_BUDGET.rates);
      expect(final).toHaveLength(SEEDS.length);
      expect(final[0]).toEqual(bestOf(search));
    }
  });

  it("ends with 29 of 30 close together, and Rprop behind", () => {
    expect(standings.at(-1)?.id).toBe("rprop");
    const others = standings.slice(0, -1).map(({ right }) => right);
    expect((100 * Math.max(...others)).toFixed(1)).toBe("92.3");
    expect((100 * Math.min(...others)).toFixed(1)).toBe("87.9");
    expect(Math.round(HELD_OUT * (Math.max(...others) - Math.min(...others)))).toBe(13);
    const losses = standings.slice(0, -1).map(({ loss }) => loss);
    expect(Math.round(Math.max(...losses) / Math.min(...losses) / 5) * 5).toBe(40);
  });

  it("finds best rates that differ by more than a thousand", () => {
    const rates = standings.map(({ rate }) => rate);
    expect(Math.max(...rates) / Math.min(...rates)).toBeGreaterThan(3000);
  });

  it("knows a share only as well as 297 images tell it", () => {
    expect((100 * Math.sqrt((0.9 * 0.1) / HELD_OUT)).toFixed(1)).toBe("1.7");
  });

  it("is said in words and drawn", () => {
    const text = tournamentSummary(standings, STORED_BUDGET);
    expect(text).toContain(
      "Each method has 15 trainings of 5 epochs. SOAP tells the largest share",
    );
    expect(text).toContain(
      `${levelWithFirst(standings).length} others of 29 have a median no lower`,
    );
    expect(tournamentSummary([], { epochs: 2, rates: 6 })).toContain("Nothing has been trained");
    expect(searchTable(storedEntries, STORED_BUDGET).rows).toHaveLength(30);
    expect(standingsFrame(340, standings).height).toBeGreaterThan(500);
    expect(standingsFrame(340, standings).x.domain).toEqual([6, 25]);
    expect(standingsFrame(340, [{ ...standings[0]!, rights: [0.5] }]).x.domain).toEqual([6, 100]);
    expect(JSON.stringify(standingsForeground(standings, new Set(["adam"])))).not.toMatch(/null/);
  });
});

describe("who takes part", () => {
  it("is kept in the address", () => {
    const state = { ...initialState(tournamentFields), who: FEW, epochs: 2 };
    expect(formatState(state, tournamentFields)).toBe(`who:${FEW},epochs:2`);
    expect(parseState(`who:${FEW},epochs:2`, tournamentFields)).toEqual(state);
    expect(parseState("who:nobody", tournamentFields).who).toBe(ALL);
    expect(parseState("who:muon.adam.nobody", tournamentFields).who).toBe("adam.muon");
  });

  it("is all of them, or those that are named", () => {
    expect(chosenOf(ALL)).toHaveLength(entrants.length);
    expect(whoOf(chosenOf(ALL))).toBe(ALL);
    expect(whoOf(chosenOf(FEW))).toBe(FEW);
  });
});

describe("a worker that knows the images", () => {
  it("makes a training when asked", () => {
    const answer = answering();
    const setting: Setting = { method: "adam", rate: 0.03, seed: 1, epochs: 1 };
    expect(answer({ ask: "trial", setting }).say).toBe("problem");
    expect(answer({ ask: "learn", digits }).say).toBe("ready");
    const said = answer({ ask: "trial", setting });
    const trial = said.say === "trial" ? said.trial : undefined;
    expect(trial?.loss).toBeLessThan(0.5);
    expect(trial?.micros).toBeGreaterThan(0);
    const wild = answer({
      ask: "trial",
      setting: { ...setting, method: "gradient-descent", rate: 1e9 },
    });
    expect(wild.say === "trial" && wild.trial.right).toBeLessThan(0.5);
  });
});
