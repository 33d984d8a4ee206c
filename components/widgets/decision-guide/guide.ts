import { say } from "#src/language/say.ts";

/** A way to train that the guide can speak for. */
export interface Candidate {
  readonly id: CandidateId;
  readonly name: string;
  /** Chapters that teach it, and pages of the reference. */
  readonly chapter: string;
  readonly methods: readonly string[];
  /** What to do where it does not work. */
  readonly fallback: string;
}

export type CandidateId =
  | "adamw"
  | "sgd"
  | "muon"
  | "adagrad"
  | "lbfgs"
  | "newton"
  | "light"
  | "schedule-free"
  | "prodigy";

/** A question with the answers that count. */
export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  readonly answers: readonly { readonly id: string; readonly text: string }[];
}

export type QuestionId = "gradient" | "size" | "kind" | "sparse" | "tuning" | "memory" | "length";

/** What an answer says for a candidate, or against it. */
export interface Argument {
  readonly question: QuestionId;
  readonly answer: string;
  readonly candidate: CandidateId;
  /** From 3, a strong reason, to −3, a strong reason against. */
  readonly weight: number;
  readonly reason: string;
}

/** The answers given: of each question one, or "unsaid". */
export type Answers = Readonly<Record<QuestionId, string>>;

export const UNSAID = "unsaid";

export const questions: readonly Question[] = [
  {
    id: "gradient",
    text: say("A gradient is computed from"),
    answers: [
      { id: "exact", text: say("all there is") },
      { id: "batch", text: say("a batch") },
    ],
  },
  {
    id: "size",
    text: say("Parameters"),
    answers: [
      { id: "small", text: say("up to a thousand") },
      { id: "medium", text: say("up to a million") },
      { id: "large", text: say("more") },
    ],
  },
  {
    id: "kind",
    text: say("What is trained"),
    answers: [
      { id: "transformer", text: say("a transformer") },
      { id: "convolutional", text: say("a convolutional network") },
      { id: "network", text: say("another network") },
      { id: "linear", text: say("a linear model") },
      { id: "function", text: say("a smooth function, no network") },
    ],
  },
  {
    id: "sparse",
    text: say("Most entries of a gradient are 0"),
    answers: [
      { id: "yes", text: say("yes") },
      { id: "no", text: say("no") },
    ],
  },
  {
    id: "tuning",
    text: say("Trainings to spend on tuning"),
    answers: [
      { id: "few", text: say("one or two") },
      { id: "some", text: say("about ten") },
      { id: "many", text: say("dozens") },
    ],
  },
  {
    id: "memory",
    text: say("Memory beside the weights"),
    answers: [
      { id: "ample", text: say("enough") },
      { id: "one", text: say("one number a weight") },
      { id: "none", text: say("almost none") },
    ],
  },
  {
    id: "length",
    text: say("Length of the training"),
    answers: [
      { id: "known", text: say("known") },
      { id: "open", text: say("open") },
    ],
  },
];

export const candidates: readonly Candidate[] = [
  {
    id: "adamw",
    name: say("AdamW, warm-up and decay"),
    chapter: "choosing",
    methods: ["adamw"],
    fallback: say(
      "If it diverges, divide η by 3 and make the warm-up longer. If the loss hardly falls, search η over powers of ten before anything else. If weights grow without end, raise the decay ω; what counts is ηω.",
    ),
  },
  {
    id: "sgd",
    name: say("SGD with momentum and a schedule"),
    chapter: "schedules",
    methods: ["momentum", "nesterov"],
    fallback: say(
      "If no rate both lasts and learns, look at the sizes of the gradients layer by layer: where they differ by powers of ten, go to AdamW. If only the first steps explode, clip the gradient or warm up.",
    ),
  },
  {
    id: "muon",
    name: say("Muon or SOAP for the matrices, AdamW for the rest"),
    chapter: "choosing",
    methods: ["muon", "soap"],
    fallback: say(
      "Train with AdamW for all parameters first and keep that as the mark to beat. If the gain in steps is eaten by the time of a step, stay there.",
    ),
  },
  {
    id: "adagrad",
    name: "AdaGrad",
    chapter: "adagrad",
    methods: ["adagrad"],
    fallback: say(
      "If it stalls because its rates have shrunk, go to RMSprop or Adam, which forget, or restart it from where it is.",
    ),
  },
  {
    id: "lbfgs",
    name: "L-BFGS",
    chapter: "quasi-newton",
    methods: ["lbfgs"],
    fallback: say(
      "If its line search fails, check the gradient against differences first: a wrong gradient is the usual reason. If the function has kinks or noise, go to a first-order method.",
    ),
  },
  {
    id: "newton",
    name: say("Newton with a trust region, or Levenberg–Marquardt"),
    chapter: "newton",
    methods: ["trust-region", "levenberg-marquardt"],
    fallback: say(
      "If second derivatives are a burden, L-BFGS comes close with gradients alone. If the Hessian is indefinite far from the minimum, the trust region is what keeps it safe: do not switch it off.",
    ),
  },
  {
    id: "light",
    name: say("Lion, or Adafactor"),
    chapter: "choosing",
    methods: ["lion", "adafactor"],
    fallback: say(
      "Give Lion a rate 3 to 10 times smaller than Adam’s. If it is unstable, store Adam’s two states in 8 bits, or share them between machines.",
    ),
  },
  {
    id: "schedule-free",
    name: say("Schedule-free AdamW"),
    chapter: "choosing",
    methods: ["schedule-free-adamw", "schedule-free-sgd"],
    fallback: say(
      "If it falls behind a decayed run, train AdamW at a constant rate and decay over the last tenth whenever you decide to stop.",
    ),
  },
  {
    id: "prodigy",
    name: say("Prodigy, which finds its rate"),
    chapter: "choosing",
    methods: ["prodigy"],
    fallback: say(
      "If its rate stays too small or grows too large, take the rate that it found as the middle of a search with AdamW.",
    ),
  },
];
