import { say } from "#src/language/say.ts";
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
      say("with exact values a line search can make every step as long as the function allows"),
    ],
    ["newton", 2, say("second derivatives are as exact as the gradient")],
    ["adamw", -1, say("its averages smooth a noise that is not there")],
    ["schedule-free", -1, say("it averages away a noise that is not there")],
  ]),
  ...on("gradient", "batch", [
    [
      "lbfgs",
      -3,
      say("differences of noisy gradients are mostly noise, and a line search fits one batch"),
    ],
    ["newton", -3, say("the curvature of one batch is not that of the whole")],
    ["sgd", 1, say("momentum averages the noise, and a decay takes the rest away")],
    ["adamw", 1, say("its averages make one step of many batches")],
    [
      "schedule-free",
      1,
      say("an average of iterates takes most of the noise away without a decay"),
    ],
  ]),
  ...on("size", "small", [
    [
      "newton",
      3,
      say("n³ work a step is nothing for a thousand parameters, and few steps are needed"),
    ],
    ["lbfgs", 2, say("a few dozen gradients are often enough")],
    ["muon", -1, say("there is little to gain on matrices this small")],
  ]),
  ...on("size", "medium", [
    ["lbfgs", 1, say("ten pairs of vectors still fit")],
    ["newton", -3, say("from some ten thousand rows on a Hessian hardly fits")],
  ]),
  ...on("size", "large", [
    ["newton", -3, say("the Hessian cannot even be stored")],
    ["adamw", -1, say("its two states are twice as large as the weights")],
    ["schedule-free", -1, say("its two states are twice as large as the weights")],
    ["prodigy", -1, say("its four states are four times as large as the weights")],
    ["lbfgs", -1, say("ten pairs are twenty copies of the weights")],
  ]),
  ...on("kind", "transformer", [
    ["adamw", 3, say("nearly all published recipes use it")],
    [
      "muon",
      2,
      say(
        "hidden layers are matrices; fewer steps than AdamW are reported (Jordan and others 2024)",
      ),
    ],
    ["light", 1, say("Lion is reported to do as well as AdamW on them (Chen and others 2023)")],
    [
      "sgd",
      -3,
      say("it falls behind on transformers, with full batches too (Kunstner and others 2023)"),
    ],
  ]),
  ...on("kind", "convolutional", [
    [
      "sgd",
      3,
      say("well tuned it is hard to beat here, on the test set above all (Wilson and others 2017)"),
    ],
    ["adamw", 2, say("comes close once its decay is decoupled (Loshchilov and Hutter 2019)")],
    ["muon", 1, say("filters can be read as matrices")],
  ]),
  ...on("kind", "network", [
    ["adamw", 2, say("one rate serves layers whose gradients differ in size")],
    ["sgd", 1, say("the simplest thing that works is worth one search")],
    ["muon", 1, say("its layers are matrices")],
  ]),
  ...on("kind", "linear", [
    ["adagrad", 2, say("the loss is convex, where its regret is bounded (Duchi and others 2011)")],
    ["lbfgs", 1, say("a smooth convex function is what it is best at")],
    ["muon", -3, say("there is no matrix of hidden weights")],
  ]),
  ...on("kind", "function", [
    ["lbfgs", 2, say("smooth functions are what it was made for")],
    ["newton", 1, say("it ends with quadratic convergence")],
    ["muon", -3, say("there is no matrix of hidden weights")],
  ]),
  ...on("sparse", "yes", [
    ["adagrad", 3, say("rare features keep a large rate")],
    ["sgd", -2, say("frequent and rare features share one rate")],
    ["adamw", -1, say("its dense averages go on moving weights that are not in the batch")],
    ["muon", -1, say("a step made orthogonal is not sparse")],
  ]),
  ...on("sparse", "no", [
    ["adagrad", -1, say("its rates only shrink, without rare features to gain")],
  ]),
  ...on("tuning", "few", [
    ["prodigy", 3, say("it estimates its own rate")],
    ["adamw", 2, say("rates from the literature often carry over to a like network")],
    ["lbfgs", 1, say("a line search needs no rate")],
    ["newton", 1, say("there is no rate to find")],
    ["sgd", -2, say("its good rates lie elsewhere on every problem")],
    ["muon", -2, say("two methods, and two rates to find")],
    ["light", -1, say("rates published for Adam do not carry over")],
  ]),
  ...on("tuning", "some", [
    ["adamw", 1, say("ten trainings find its rate, and leave some for the decay")],
    ["muon", -1, say("two methods, and two rates to find")],
  ]),
  ...on("tuning", "many", [
    ["sgd", 2, say("what it asks for is a search, and there is time for one")],
    ["muon", 1, say("there is time for two rates")],
    ["prodigy", -1, say("what it saves is not scarce")],
  ]),
  ...on("memory", "one", [
    ["light", 3, say("Lion keeps one number a weight")],
    ["muon", 1, say("Muon keeps one number a weight of a matrix; SOAP keeps more than Adam")],
    ["sgd", 1, say("it keeps one number a weight")],
    ["adamw", -3, say("it keeps two numbers a weight")],
    ["schedule-free", -3, say("it keeps two numbers a weight")],
    ["prodigy", -3, say("it keeps more than Adam")],
    ["lbfgs", -3, say("it keeps some twenty numbers a weight")],
  ]),
  ...on("memory", "none", [
    ["light", 3, say("Adafactor keeps sums of rows and columns only")],
    ["sgd", 1, say("without momentum it keeps nothing")],
    ["adagrad", -2, say("it keeps one number a weight")],
    ["muon", -2, say("Muon keeps one number a weight of a matrix")],
    ["adamw", -4, say("it keeps two numbers a weight")],
    ["schedule-free", -4, say("it keeps two numbers a weight")],
    ["prodigy", -4, say("it keeps more than Adam")],
    ["lbfgs", -4, say("it keeps some twenty numbers a weight")],
  ]),
  ...on("length", "known", [
    ["adamw", 1, say("a decay that ends with the training takes the noise away")],
    ["sgd", 1, say("a decay that ends with the training takes the noise away")],
    ["muon", 1, say("a decay that ends with the training takes the noise away")],
    ["light", 1, say("a decay that ends with the training takes the noise away")],
    ["prodigy", 1, say("a decay that ends with the training takes the noise away")],
  ]),
  ...on("length", "open", [
    ["schedule-free", 4, say("it can stop at any step, with no decay planned")],
    [
      "adamw",
      -1,
      say("a decay needs to know the last step, unless it waits for the decision to stop"),
    ],
    [
      "sgd",
      -1,
      say("a decay needs to know the last step, unless it waits for the decision to stop"),
    ],
    [
      "muon",
      -1,
      say("a decay needs to know the last step, unless it waits for the decision to stop"),
    ],
    [
      "light",
      -1,
      say("a decay needs to know the last step, unless it waits for the decision to stop"),
    ],
    [
      "prodigy",
      -1,
      say("a decay needs to know the last step, unless it waits for the decision to stop"),
    ],
  ]),
];
