import {
  adafactor,
  adam,
  type Card,
  type InPlace,
  lamb,
  type Method,
  methodCards,
  muon,
  soap,
  type Vec,
} from "@downhill/optim";
import { say } from "#src/language/say.ts";
import { type Block, blocksOf, runByLayer } from "./by-layer.ts";

/** A method of the catalogue that can train a network by batches. */
export interface Entrant {
  readonly id: string;
  readonly title: string;
  /** A training from `start` of a network with these numbers of units. */
  readonly run: (rate: number, sizes: readonly number[], start: Vec) => InPlace;
}

/** Wrappers that are methods of their own; the others only change a setting of what they wrap. */
const WRAPPERS: readonly string[] = ["lookahead", "sam", "ema-of-weights"];

/** Methods that have to know the layers. What is no matrix goes to Adam, as their authors advise. */
const byMatrix: Readonly<Record<string, (rate: number, block: Block) => Method>> = {
  muon: (learningRate, { shape }) => muon({ learningRate, shape }),
  soap: (learningRate, { shape }) => soap({ learningRate, shape }),
};

/** What the titles of the catalogue do not say here: that gradients are those of batches, and what is wrapped. */
const names: Readonly<Record<string, string>> = {
  "gradient-descent": "SGD",
  "normalized-gradient-descent": say("Normalized SGD"),
  "ema-of-weights": say("SGD, weights averaged"),
  lookahead: say("SGD with Lookahead"),
  sam: say("SGD with SAM"),
};

/** Those that fit, in the order of the catalogue. */
export const entrants: readonly Entrant[] = methodCards.filter(fits).map(entrantOf);

function fits({ id, family, parameters }: Card): boolean {
  if (!parameters.some(({ name }) => name === "learningRate")) return false;
  if (family === "wrapper") return WRAPPERS.includes(id);
  return (
    family === "gradient" || family === "adaptive" || (family === "matrix" && id !== "shampoo")
  );
}

function entrantOf(card: Card): Entrant {
  const { id } = card;
  const title = names[id] ?? card.title;
  const ofBlock = byMatrix[id];
  if (ofBlock !== undefined)
    return {
      id,
      title,
      run: (learningRate, sizes, start) =>
        runByLayer(sizes, start, (block) =>
          block.shape[1] === 1 ? adam({ learningRate }) : ofBlock(learningRate, block),
        ),
    };
  if (id === "adafactor")
    return {
      id,
      title,
      run: (learningRate, sizes, start) =>
        runByLayer(sizes, start, ({ shape }) => adafactor({ learningRate, shape })),
    };
  if (id === "lamb")
    return {
      id,
      title,
      run: (learningRate, sizes, start) => {
        const layers = blocksOf(sizes).map(({ from, to }) => to - from);
        return inPlace(lamb({ learningRate, layers }), start);
      },
    };
  return {
    id,
    title,
    run: (learningRate, _, start) => inPlace(card.make({ learningRate }), start),
  };
}

function inPlace(method: Method, start: Vec): InPlace {
  const run = method.inPlace?.(start);
  if (run === undefined) throw new TypeError(`entrants: ${method.name} has no form in place`);
  return run;
}

/** What a name stands for. */
export function entrantOfId(id: string): Entrant {
  const entrant = entrants.find((candidate) => candidate.id === id);
  if (entrant === undefined) throw new RangeError(`no entrant is called "${id}"`);
  return entrant;
}
