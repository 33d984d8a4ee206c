import { say } from "#src/language/say.ts";

/** A method, or a group of methods, on the tree. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** When it was first made public: in print, in a lecture, or as a preprint. */
  readonly year: number;
  /** What to print instead of the year, where that would claim too much. */
  readonly when?: string;
  /** Who, and where the year of print is another, that year. */
  readonly work: string;
  readonly arxiv?: string;
  /** Id of the chapter that teaches it. */
  readonly chapter: ChapterId;
  /** Id of its page in the reference, where the package has it. */
  readonly method?: string;
  /** Line of the drawing, from above. */
  readonly row: number;
  /** Whether its name stands left of its dot. */
  readonly nameLeft?: boolean;
  /** What it was made from, and the idea that was added. The first is its place in the list. */
  readonly from: readonly Step[];
}

/** The way from one member to the next. */
export interface Step {
  readonly parent: string;
  readonly idea: string;
}

export const step = (parent: string, idea: string): Step => ({ parent, idea });

/** Number and short title of each chapter that teaches a member. */
export const chapters = {
  gradients: [1, say("Gradients")],
  noise: [2, say("Noise")],
  momentum: [6, say("Momentum")],
  nesterov: [7, "Nesterov"],
  adagrad: [8, "AdaGrad"],
  rmsprop: [9, "RMSprop"],
  adam: [10, "Adam"],
  amsgrad: [11, "AMSGrad"],
  newton: [12, "Newton"],
  "quasi-newton": [13, "Quasi-Newton"],
  schedules: [14, say("Schedules")],
  strategies: [15, say("Strategies")],
  choosing: [16, say("Choosing")],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ChapterId = keyof typeof chapters;

/** All that a member was made from, directly or through others. */
export function ancestorsOf(id: string, all: readonly Member[]): ReadonlySet<string> {
  const parents = all.find((member) => member.id === id)?.from ?? [];
  return new Set(parents.flatMap(({ parent }) => [parent, ...ancestorsOf(parent, all)]));
}

/** All that was made from a member, directly or through others. */
export function descendantsOf(id: string, all: readonly Member[]): ReadonlySet<string> {
  return new Set(
    childrenOf(id, all).flatMap((child) => [child.id, ...descendantsOf(child.id, all)]),
  );
}

/** What was made from a member directly. */
export function childrenOf(id: string, all: readonly Member[]): readonly Member[] {
  return all.filter(({ from }) => from.some(({ parent }) => parent === id));
}

/** What an arrow key leads to from a member: back, on, or the one above or below. */
export function neighbourOf(id: string, key: string, all: readonly Member[]): string | undefined {
  const here = all.find((member) => member.id === id);
  if (here === undefined) return undefined;
  if (key === "ArrowLeft") return here.from[0]?.parent;
  if (key === "ArrowRight") return childrenOf(id, all)[0]?.id;
  if (key === "Home") return all[0]?.id;
  if (key === "End") return all.at(-1)?.id;
  const order = all.toSorted((a, b) => a.row - b.row || a.year - b.year);
  const at = order.indexOf(here);
  if (key === "ArrowUp") return order[at - 1]?.id;
  if (key === "ArrowDown") return order[at + 1]?.id;
  return undefined;
}
