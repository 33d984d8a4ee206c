import type { Argument, CandidateId, QuestionId } from "./guide.ts";

type Case = readonly [candidate: CandidateId, weight: number, reason: string];

function on(question: QuestionId, answer: string, cases: readonly Case[]): readonly Argument[] {
  return cases.map(([candidate, weight, reason]) => ({
    question,
    answer,
    candidate,
    weight,
    reason,
  }));
}

/** All that the guide has to say. */
export const allArguments: readonly Argument[] = [
  ...on("gradient", "exact", [
    [
      "lbfgs",
      3,
      "with exact values a line search can make every step as long as the function allows",
    ],
    ["newton", 2, "second derivatives are as exact as the gradient"],
    ["adamw", -1, "its averages smooth a noise that is not there"],
    ["schedule-free", -1, "it averages away a noise that is not there"],
  ]),
  ...on("gradient", "batch", [
    [
      "lbfgs",
      -3,
      "differences of noisy gradients are mostly noise, and a line search fits one batch",
    ],
    ["newton", -3, "the curvature of one batch is not that of the whole"],
    ["sgd", 1, "momentum averages the noise, and a decay takes the rest away"],
    ["adamw", 1, "its averages make one step of many batches"],
    ["schedule-free", 1, "an average of iterates takes most of the noise away without a decay"],
  ]),
  ...on("size", "small", [
    ["newton", 3, "n³ work a step is nothing for a thousand parameters, and few steps are needed"],
    ["lbfgs", 2, "a few dozen gradients are often enough"],
    ["muon", -1, "there is little to gain on matrices this small"],
  ]),
  ...on("size", "medium", [
    ["lbfgs", 1, "ten pairs of vectors still fit"],
    ["newton", -3, "from some ten thousand rows on a Hessian hardly fits"],
  ]),
  ...on("size", "large", [
    ["newton", -3, "the Hessian cannot even be stored"],
    ["adamw", -1, "its two states are twice as large as the weights"],
    ["schedule-free", -1, "its two states are twice as large as the weights"],
    ["prodigy", -1, "its four states are four times as large as the weights"],
    ["lbfgs", -1, "ten pairs are twenty copies of the weights"],
  ]),
  ...on("kind", "transformer", [
    ["adamw", 3, "nearly all published recipes use it"],
    [
      "muon",
      2,
      "hidden layers are matrices; fewer steps than AdamW are reported (Jordan and others 2024)",
    ],
    ["light", 1, "Lion is reported to do as well as AdamW on them (Chen and others 2023)"],
    [
      "sgd",
      -3,
      "it falls behind on transformers, with full batches too (Kunstner and others 2023)",
    ],
  ]),
  ...on("kind", "convolutional", [
    [
      "sgd",
      3,
      "well tuned it is hard to beat here, on the test set above all (Wilson and others 2017)",
    ],
    ["adamw", 2, "comes close once its decay is decoupled (Loshchilov and Hutter 2019)"],
    ["muon", 1, "filters can be read as matrices"],
  ]),
  ...on("kind", "network", [
    ["adamw", 2, "one rate serves layers whose gradients differ in size"],
    ["sgd", 1, "the simplest thing that works is worth one search"],
    ["muon", 1, "its layers are matrices"],
  ]),
  ...on("kind", "linear", [
    ["adagrad", 2, "the loss is convex, where its regret is bounded (Duchi and others 2011)"],
    ["lbfgs", 1, "a smooth convex function is what it is best at"],
    ["muon", -3, "there is no matrix of hidden weights"],
  ]),
  ...on("kind", "function", [
    ["lbfgs", 2, "smooth functions are what it was made for"],
    ["newton", 1, "it ends with quadratic convergence"],
    ["muon", -3, "there is no matrix of hidden weights"],
  ]),
  ...on("sparse", "yes", [
    ["adagrad", 3, "rare features keep a large rate"],
    ["sgd", -2, "frequent and rare features share one rate"],
    ["adamw", -1, "its dense averages go on moving weights that are not in the batch"],
    ["muon", -1, "a step made orthogonal is not sparse"],
  ]),
  ...on("sparse", "no", [["adagrad", -1, "its rates only shrink, without rare features to gain"]]),
  ...on("tuning", "few", [
    ["prodigy", 3, "it estimates its own rate"],
    ["adamw", 2, "rates from the literature often carry over to a like network"],
    ["lbfgs", 1, "a line search needs no rate"],
    ["newton", 1, "there is no rate to find"],
    ["sgd", -2, "its good rates lie elsewhere on every problem"],
    ["muon", -2, "two methods, and two rates to find"],
    ["light", -1, "rates published for Adam do not carry over"],
  ]),
  ...on("tuning", "some", [
    ["adamw", 1, "ten trainings find its rate, and leave some for the decay"],
    ["muon", -1, "two methods, and two rates to find"],
  ]),
  ...on("tuning", "many", [
    ["sgd", 2, "what it asks for is a search, and there is time for one"],
    ["muon", 1, "there is time for two rates"],
    ["prodigy", -1, "what it saves is not scarce"],
  ]),
  ...on("memory", "one", [
    ["light", 3, "Lion keeps one number a weight"],
    ["muon", 1, "Muon keeps one number a weight of a matrix; SOAP keeps more than Adam"],
    ["sgd", 1, "it keeps one number a weight"],
    ["adamw", -3, "it keeps two numbers a weight"],
    ["schedule-free", -3, "it keeps two numbers a weight"],
    ["prodigy", -3, "it keeps more than Adam"],
    ["lbfgs", -3, "it keeps some twenty numbers a weight"],
  ]),
  ...on("memory", "none", [
    ["light", 3, "Adafactor keeps sums of rows and columns only"],
    ["sgd", 1, "without momentum it keeps nothing"],
    ["adagrad", -2, "it keeps one number a weight"],
    ["muon", -2, "Muon keeps one number a weight of a matrix"],
    ["adamw", -4, "it keeps two numbers a weight"],
    ["schedule-free", -4, "it keeps two numbers a weight"],
    ["prodigy", -4, "it keeps more than Adam"],
    ["lbfgs", -4, "it keeps some twenty numbers a weight"],
  ]),
  ...on("length", "known", [
    ["adamw", 1, "a decay that ends with the training takes the noise away"],
    ["sgd", 1, "a decay that ends with the training takes the noise away"],
    ["muon", 1, "a decay that ends with the training takes the noise away"],
    ["light", 1, "a decay that ends with the training takes the noise away"],
    ["prodigy", 1, "a decay that ends with the training takes the noise away"],
  ]),
  ...on("length", "open", [
    ["schedule-free", 4, "it can stop at any step, with no decay planned"],
    ["adamw", -1, "a decay needs to know the last step, unless it waits for the decision to stop"],
    ["sgd", -1, "a decay needs to know the last step, unless it waits for the decision to stop"],
    ["muon", -1, "a decay needs to know the last step, unless it waits for the decision to stop"],
    ["light", -1, "a decay needs to know the last step, unless it waits for the decision to stop"],
    [
      "prodigy",
      -1,
      "a decay needs to know the last step, unless it waits for the decision to stop",
    ],
  ]),
];
