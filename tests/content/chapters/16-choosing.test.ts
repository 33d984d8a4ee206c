import { averaged, gradientDescent } from "@downhill/optim";
import { describe } from "vitest";
import { LONGEST } from "#components/widgets/arena/state.ts";
import type { Standing } from "#components/widgets/digits-tournament/standings.ts";
import { HELD_OUT, STORED_BUDGET } from "#components/widgets/digits-tournament/stored.ts";
import { trainingsOf } from "#components/widgets/digits-tournament/tournament.ts";
import { LEARNED } from "#components/widgets/digits-workers/network.ts";
import { expected } from "#components/widgets/weight-decay/model.ts";
import { RUNS, STEPS } from "#components/widgets/weight-decay/state.ts";
import {
  alike,
  band,
  cubic,
  descent,
  elsewhere,
  ends,
  entry,
  fair,
  fiveTimes,
  floorOfMean,
  meanLoss,
  middle,
  plain,
  quintic,
  rare,
  ratio,
  sharpness,
  spreads,
  standing,
  standings,
  tuned,
} from "./16-choosing-runs.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const text = prose("16-choosing.mdx");

const ledger: Ledger = [
  ["Adam takes 2000 steps", [STEPS]],
  ["the mean of 200 runs. After 2000 steps", [RUNS, STEPS]],
  [
    "standard deviation 10, 1, $0.1$ and $0.01$ stand at $0.978$, $0.818$, $0.191$ and $0.023$",
    [10, 1, 0.1, 0.01, ...ends.map(({ penalty }) => penalty[STEPS] as number)],
  ],
  ["should be at $e^{-2}=0.135$", [-2, (1 - (0.001 * 0.1) / 0.1) ** STEPS]],
  [
    "All four weights stand at $0.817$ now, where $(1-10^{-4})^{2000}=0.8187$",
    [ends[0]?.AdamW[STEPS] as number, 1, 10, -4, STEPS, expected(0.1, STEPS)],
  ],
  [
    "from $0.01$ they have come only to $0.076$ after five steps, where Muon's are at $0.699$",
    [0.01, fiveTimes(cubic, 0.01), fiveTimes(quintic, 0.01)],
  ],
  [
    "from $0.01$ to 1 into the band from $0.682$ to $1.134$",
    [0.01, 1, Math.min(...band), Math.max(...band)],
  ],
  [
    "at $\\eta=0.09$ has a loss of $0.258$. The mean of all points has $0.0166$",
    [0.09, meanLoss(descent), meanLoss(plain)],
  ],
  [
    "The mean of the last half has $0.0019$, near the $\\frac{1}{2T}\\big(1+\\frac{1}{20}\\big)=0.0021$ that the second term of $\\eqref{mean}$ leaves on both axes for $T=250$, and not far from the $0.0016$",
    [
      meanLoss(averaged(descent, { start: 251 })),
      1,
      1,
      1,
      20,
      floorOfMean,
      250,
      meanLoss(gradientDescent({ learningRate: (k) => 0.09 * Math.exp((-5 * k) / 500) })),
    ],
  ],
  ["diverges above $\\eta=\\frac{2}{20}=0.1$", [2, 20, 2 / 20]],
  [
    "from $0.09$ to $0.9$ the loss is $0.0051$ or $0.0052$",
    [0.09, 0.9, Math.min(...middle), Math.max(...middle)],
  ],
  [
    "so the sharpness is 2 at $(1,1)$ and $100.01$ at $(10,0.1)$",
    [sharpness(1, 1), 1, 1, sharpness(10, 0.1), 10, 0.1],
  ],
  [
    "At $\\eta=0.01$ for all, from $(1,1.5)$, gradient descent arrives after 484 steps and Adam after 1942",
    [0.01, 1, 1.5, alike("gradient descent"), alike("Adam")],
  ],
  ["to stay there, up to step 4000", [LONGEST]],
  ["Others keep both arrays in 8 bits per number instead of 32", [8, 4 * 8]],
  ["L-BFGS with 10 pairs | 20 arrays", [10, 2 * 10]],
  [
    "Adam needs 56 steps, AdaGrad 124, Nesterov 141, momentum 185, gradient descent 247",
    (["Adam", "AdaGrad", "Nesterov", "momentum", "gradient descent"] as const).map(tuned),
  ],
  [
    "start from $(-1,2)$: Nesterov needs 30, Adam 100",
    [-1, 2, elsewhere("Nesterov"), elsewhere("Adam")],
  ],
  ["two classes of 100 points each", [100]],
  ["training loss after 600 steps on batches of 20", [600, 20]],
  [
    "Adam's loss is $0.317$ at $\\eta=0.001$, the default of most libraries, $0.0021$ at $0.3$ and $1.66$ at 10",
    [entry("Adam", 1e-3), 0.001, entry("Adam", 0.3), 0.3, entry("Adam", 10), 10],
  ],
  [
    "Momentum has $0.344$, $0.0096$ and $6.31$ at the same rates, and $0.0020$ at 1",
    [...[1e-3, 0.3, 10, 1].map((rate) => entry("momentum", rate)), 1],
  ],
  ["on the noisy bowl, with 100 steps", [100]],
  [
    "gradient descent has the smallest loss, $0.0142$, before momentum with $0.0168$",
    [fair.descent.there, fair.momentum.there],
  ],
  [
    "momentum has $0.0229$, Adam $0.0243$, gradient descent $0.0293$",
    [fair.momentum.other, fair.adam.other, fair.descent.other],
  ],
  ["on 40 sets of eight seeds gradient descent chooses the same rate 40 times", [40, 40]],
  ["1500 images to learn from, 297 held out", [LEARNED, HELD_OUT]],
  ["each had 15 trainings of five epochs", [trainingsOf(STORED_BUDGET)]],
  [
    "SOAP is first with $92.3\\%$ of the images told right, in the median, before Muon with $91.9\\%$; SGD has $88.6$",
    ["SOAP", "Muon", "SGD"].map((title) => 100 * standing(title).right),
  ],
  [
    "to the 29th the list spans 13 images of 297",
    [HELD_OUT * ((standings[0] as Standing).right - (standings[28] as Standing).right), HELD_OUT],
  ],
  [
    "differ by $3.0$ points in the middle case and by $10.1$ in the worst",
    [spreads[15] as number, spreads[29] as number],
  ],
  [
    "The losses of these 29 differ by a factor of 42, from $0.0024$ to $0.099$, and the best rates by a factor of 3125",
    [
      29,
      ratio(standings.slice(0, 29).map(({ loss }) => loss)),
      Math.min(...standings.slice(0, 29).map(({ loss }) => loss)),
      Math.max(...standings.slice(0, 29).map(({ loss }) => loss)),
      ratio(standings.slice(0, 29).map(({ rate }) => rate)),
    ],
  ],
  ["after 1000 examples is $0.035$ for AdaGrad", [1000, rare["AdaGrad"] as number]],
  [
    "$0.056$ for Adam, $0.066$ for RMSprop and $0.19$ for SGD",
    (["Adam", "RMSprop", "SGD"] as const).map((runner) => rare[runner] as number),
  ],
];

/** No results: the year of a review, numbers of chapters, the network, Muon's coefficients. */
const AS_GIVEN = new Set(["2017", "13", "14", "15", "3.4445", "-4.7750", "2.0315"]);

describe("the numbers of chapter 16", () => {
  testLedger(text, ledger, AS_GIVEN);
});
