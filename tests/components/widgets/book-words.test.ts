import {
  adam,
  checkGradient,
  classifierNetwork,
  gauss,
  mulberry32,
  rmsprop,
} from "@downhill/optim";
import { describe, expect, it, test } from "vitest";
import { answerTo } from "#components/widgets/book-words/answer.ts";
import { type Example, orderOf, wordData } from "#components/widgets/book-words/data.ts";
import { labMethods, type MethodId, methodOf } from "#components/widgets/book-words/methods.ts";
import {
  arrivalLoss,
  atOnce,
  type FullRun,
  readThrough,
} from "#components/widgets/book-words/run.ts";
import { wordModel } from "#components/widgets/book-words/softmax.ts";
import { FIRST_SENTENCE } from "#components/widgets/book-words/start.ts";
import { etaTrack, wordsFields } from "#components/widgets/book-words/state.ts";
import { firstSightRatio } from "#components/widgets/book-words/track.ts";
import { GRID } from "#components/widgets/book-words/tuning.ts";
import {
  answerShort,
  answerText,
  belowFrom,
  runSummary,
  wordsTable,
} from "#components/widgets/book-words/words.ts";
import { formatState, initialState, parseState } from "#components/widgets/url-state.ts";
import { bookStart, bookText } from "../../book-text.ts";

const data = wordData(bookText);
const SEEDS = [1, 2, 3] as const;
const PLAIN: readonly MethodId[] = ["sgd", "momentum"];
const ADAPTIVE: readonly MethodId[] = ["adagrad", "rmsprop", "adam"];

const kept = new Map<string, FullRun>();
/** The run of a method at its best rate. */
function runOf(id: MethodId, seed: number): FullRun {
  const key = `${id} ${seed}`;
  const run = kept.get(key) ?? atOnce(readThrough(data, methodOf(id), bookStart().rates[id], seed));
  kept.set(key, run);
  return run;
}
const last = (values: readonly number[]) => values.at(-1) as number;
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("softmax regression on words", () => {
  const normal = gauss(mulberry32(3));
  const model = wordModel(6, 3);
  const x = Float64Array.from({ length: model.dim }, normal);
  const examples: readonly Example[] = [
    { text: "", y: 0, features: [0, 2, 5] },
    { text: "", y: 2, features: [5] },
    { text: "", y: 1, features: [0, 1, 2, 3, 4, 5] },
  ];

  it("has the gradient that finite differences find", () => {
    for (const example of examples) {
      expect(checkGradient(model.objective(example), x).ok).toBe(true);
      expect(checkGradient(model.objective({ ...example, y: (example.y + 1) % 3 }), x).ok).toBe(
        true,
      );
    }
  });

  it("has the loss, the gradient and the probabilities of the package's network without hidden layers", () => {
    for (const example of examples) {
      const row = Array.from({ length: 5 }, (_, j) => Number(example.features.includes(j)));
      const network = classifierNetwork([row], [example.y], { classes: 3 });
      // There all weights of a class stand together, and the biases come last.
      const theirs = Array.from({ length: 18 }, (_, i) =>
        i < 15 ? (i % 5) * 3 + Math.floor(i / 5) : i,
      );
      const point = Float64Array.from(theirs, (i) => x[i] as number);
      const objective = model.objective(example);
      const gradient = objective.gradient(x);
      expect(objective.value(x)).toBeCloseTo(network.value(point), 12);
      network.gradient(point).forEach((value, i) => {
        expect(gradient[theirs[i] as number]).toBeCloseTo(value, 12);
      });
      network.predict(point, row).forEach((value, c) => {
        expect(model.probabilities(x, example.features)[c]).toBeCloseTo(value, 12);
      });
    }
  });

  it("has a gradient of zero for every word that is not in the sentence", () => {
    const gradient = model.objective(examples[0] as Example).gradient(x);
    expect([...gradient.subarray(3, 6), ...gradient.subarray(9, 15)]).toEqual(Array(9).fill(0));
  });
});

describe("the sentences as data", () => {
  it("hold out every fifth sentence of each chapter, and learn no word from those", () => {
    bookText.forEach(({ sentences }, y) => {
      const held = data.held.filter((example) => example.y === y).map(({ text }) => text);
      expect(held).toEqual(sentences.filter((_, i) => i % 5 === 4));
    });
    for (const count of data.seen) expect(count).toBeGreaterThanOrEqual(2);
  });

  it("are sparse: of a thousand features or so a sentence has about a dozen", () => {
    expect(data.vocabulary.length).toBeGreaterThan(800);
    expect(data.vocabulary.length).toBeLessThan(1300);
    const on = mean(data.train.map(({ features }) => features.length - 1));
    expect(on).toBeGreaterThan(10);
    expect(on).toBeLessThan(14);
    expect(data.seen.filter((count) => count <= 5).length).toBeGreaterThan(data.seen.length / 3);
  });

  it("have rare words to look at, each of one chapter", () => {
    expect(data.rare.length).toBeGreaterThanOrEqual(5);
    expect(data.rare).toContain(data.latest);
    for (const word of data.rare) {
      const j = data.numberOf.get(word) as number;
      const homes = new Set(
        data.train.filter(({ features }) => features.includes(j)).map(({ y }) => y),
      );
      expect(homes.size).toBe(1);
    }
  });
});

describe("the rates", () => {
  it("are each better than the two on either side in the grid", () => {
    const { rates } = bookStart();
    for (const method of labMethods) {
      const i = GRID.indexOf(rates[method.id]);
      const own = arrivalLoss(data, method, rates[method.id], 1);
      for (const j of [i - 2, i - 1, i + 1, i + 2])
        expect(arrivalLoss(data, method, GRID[j] as number, 1)).toBeGreaterThan(own);
    }
  });

  it("lead nowhere out of the numbers, up to the end of the slider", () => {
    const few = wordData(
      bookText.map((chapter) => ({ ...chapter, sentences: chapter.sentences.slice(0, 30) })),
    );
    for (const method of labMethods)
      for (const eta of etaTrack.domain)
        expect(arrivalLoss(few, method, eta, 1)).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});

describe("a run over the sentences", () => {
  it("is the package's method, one step for each sentence from weights of zero", () => {
    const run = runOf("sgd", 1);
    const first = run.weights[1] as Float32Array;
    const x = new Float64Array(first.length);
    const model = wordModel(data.vocabulary.length + 1, data.chapters.length);
    const { rates } = bookStart();
    // SGD by hand, over the first thirty sentences in the order of the run.
    for (const row of orderOf(data.train.length, 1).slice(0, run.at[1])) {
      const g = model.objective(data.train[row] as Example).gradient(x);
      x.forEach((_, i) => {
        x[i] = (x[i] as number) - rates.sgd * (g[i] as number);
      });
    }
    x.forEach((value, i) => {
      expect(first[i]).toBeCloseTo(value, 6);
    });
  });

  it("begins at guessing and stops at the last sentence", () => {
    const { at, loss, arrival } = runOf("adagrad", 1);
    expect(loss[0]).toBeCloseTo(Math.log(7), 12);
    expect(arrival[0]).toBeCloseTo(Math.log(7), 12);
    expect(last(at)).toBe(data.train.length);
  });
});

test("in the mean of the orders the adaptive methods put more sentences right; in one order the gap can be chance", () => {
  const accuracy = (id: MethodId) => mean(SEEDS.map((seed) => last(runOf(id, seed).accuracy)));
  for (const plain of PLAIN)
    for (const adaptive of ADAPTIVE) expect(accuracy(adaptive)).toBeGreaterThan(accuracy(plain));
});

describe.each(SEEDS)("what the figure shows, in order %i", (seed) => {
  const ends = (id: MethodId) => {
    const { arrival, loss, accuracy } = runOf(id, seed);
    return { arrival: last(arrival), loss: last(loss), accuracy: last(accuracy) };
  };

  it("is a lower loss of AdaGrad, RMSprop and Adam than of SGD and momentum, each at its best rate", () => {
    for (const plain of PLAIN)
      for (const adaptive of ADAPTIVE) {
        expect(ends(adaptive).arrival).toBeLessThan(ends(plain).arrival - 0.03);
        expect(ends(adaptive).loss).toBeLessThan(ends(plain).loss - 0.03);
      }
  });

  it("is no win of AdaGrad over the two others, whose loss on arrival is as low or lower", () => {
    expect(ends("rmsprop").arrival).toBeLessThan(ends("adagrad").arrival + 0.02);
    expect(ends("adam").arrival).toBeLessThan(ends("adagrad").arrival);
  });

  it("is no gain by momentum", () => {
    expect(Math.abs(ends("momentum").arrival - ends("sgd").arrival)).toBeLessThan(0.03);
  });

  it("comes after a few hundred sentences: from there on AdaGrad is below SGD", () => {
    const [adagrad, sgd] = [runOf("adagrad", seed), runOf("sgd", seed)];
    const from = belowFrom(adagrad.arrival, sgd.arrival, adagrad.at) as number;
    expect(from).toBeGreaterThan(30);
    expect(from).toBeLessThan(data.train.length / 2);
  });

  it("is a far first step of a rare word under AdaGrad, and none under SGD", () => {
    const ratios = (id: MethodId) => {
      const { tracks } = runOf(id, seed);
      const common = tracks[data.common[0] as string]!;
      return data.rare.map((word) => firstSightRatio(tracks[word]!, common));
    };
    expect(Math.min(...ratios("adagrad"))).toBeGreaterThan(3);
    expect(Math.max(...ratios("sgd"))).toBeLessThan(2);
    for (const word of data.rare) {
      const { eta, tracks } = runOf("adagrad", seed);
      // η in each of the seven weights, whenever the word first comes.
      expect(tracks[word]!.steps[0]).toBeCloseTo(eta * Math.sqrt(7), 6);
    }
  });

  it("are weights of rare words that end nearer to those of common words than under SGD", () => {
    const share = (id: MethodId) => {
      const { rare, common } = runOf(id, seed).moved;
      return rare / common;
    };
    expect(share("adagrad")).toBeGreaterThan(2 * share("sgd"));
  });

  it("are weights that momentum and Adam move most of their way while the word is absent", () => {
    for (const word of data.rare) {
      for (const id of ["sgd", "adagrad", "rmsprop"] as const)
        expect(runOf(id, seed).tracks[word]!.absent).toBe(0);
      for (const id of ["momentum", "adam"] as const)
        expect(runOf(id, seed).tracks[word]!.absent).toBeGreaterThan(0.7);
    }
  });
});

it("no method among AdaGrad, RMSprop and Adam puts most sentences right in every order", () => {
  const best = SEEDS.map((seed) => {
    const right = (id: MethodId) => last(runOf(id, seed).accuracy);
    return ADAPTIVE.toSorted((a, b) => right(b) - right(a))[0];
  });
  expect(new Set(best).size).toBeGreaterThan(1);
});

it("Adam does as well without its momentum", () => {
  const still = {
    ...methodOf("adam"),
    start: (x: Float64Array, learningRate: number) => adam({ learningRate, beta1: 0 }).inPlace!(x),
  };
  const best = Math.min(...[0.005, 0.01, 0.02].map((eta) => arrivalLoss(data, still, eta, 1)));
  expect(best).toBeLessThan(last(runOf("adam", 1).arrival) + 0.01);
});

it("RMSprop loses its lead when its memory is shorter than the time between two sights of a word", () => {
  const short = {
    ...methodOf("rmsprop"),
    start: (x: Float64Array, learningRate: number) =>
      rmsprop({ learningRate, rho: 0.9 }).inPlace!(x),
  };
  const best = Math.min(
    ...[0.005, 0.01, 0.02, 0.05].map((eta) => arrivalLoss(data, short, eta, 1)),
  );
  expect(best).toBeGreaterThan(last(runOf("sgd", 1).arrival) - 0.03);
});

describe("the answer to a sentence", () => {
  const weights = runOf("adagrad", 1).weights.at(-1) as Float32Array;

  it("gives probabilities that add up to one, and names what it does not know", () => {
    const answer = answerTo("The zebra has momentum.", data, weights);
    expect(answer.probabilities.reduce((sum, p) => sum + p)).toBeCloseTo(1, 12);
    expect(answer.unknown).toEqual(["zebra"]);
    expect(answer.known).toBe(3);
    expect(answer.speak).toContain("momentum");
    expect(answerText(answer, bookStart())).toContain("Not known: “zebra”.");
  });

  it("says where a sentence of the book stands", () => {
    const held = data.held[3] as Example;
    const source = { chapter: held.y, held: true };
    expect(answerTo(` ${held.text}`, data, weights).source).toEqual(source);
    expect(answerTo(FIRST_SENTENCE, data, weights).source).toBeUndefined();
  });

  it("is none without words, and a guess without a known one", () => {
    expect(answerText(answerTo("", data, weights), bookStart())).toBe(
      "There is no word to judge by.",
    );
    expect(answerShort(answerTo("Zebras!", data, weights), bookStart())).toMatch(/no word/);
    expect(answerText(answerTo("Zebras!", data, weights), bookStart())).toMatch(/^None of these/);
  });
});

describe("the state of the figure", () => {
  const fields = wordsFields(bookStart());
  const initial = initialState(fields);

  it("keeps a sentence with commas, colons and other marks in the address", () => {
    const state = { ...initial, sentence: "50 % more, or: a & b = “c”?", t: 90 };
    const address = new URLSearchParams(`book-words=${formatState(state, fields)}`);
    expect(parseState(address.get("book-words") as string, fields)).toEqual(state);
    expect(formatState(initial, fields)).toBe("");
    expect(parseState("sentence:%E0%A4%A", fields)).toEqual(initial);
  });

  it("is told in words that follow it", () => {
    const start = bookStart();
    const [word, common] = [start.tracks[start.latest], start.tracks[start.common[0] as string]];
    const said = runSummary(start.curves, "adagrad", start.train, start, word, common);
    expect(said).toContain(`after ${start.train} of ${start.train} sentences`);
    expect(said).toMatch(/below SGD for good from sentence \d+ on/);
    expect(said).toMatch(/At its first sight they moved 0\.\d+, \d+(\.\d+)? times as far/);
    expect(runSummary(start.curves, "sgd", 0, start, undefined, undefined)).toMatch(
      /^SGD, η = [\d.]+: after 0 of .* the loss on arrival is 1\.946,/,
    );
    expect(wordsTable(start.curves).rows.map(([name]) => name)).toEqual(
      labMethods.map(({ label }) => label),
    );
  });
});
