import type { Card, Promises } from "@downhill/optim";

/** What a method promises and what it does not, in sentences. */
export interface PromiseWords {
  readonly made: readonly string[];
  /** Properties that it does not promise, as ends of "It does not promise …". */
  readonly notMade: readonly string[];
}

/** The promises of a card in words; numbers that depend on parameters are those at the defaults. */
export function promiseWords({ parameters, promises }: Card): PromiseWords {
  const values = Object.fromEntries(parameters.map((one) => [one.name, one.default]));
  const hasRate = "learningRate" in values;
  const flags = FLAGS.map(({ flag, ...words }) => ({ ...words, holds: promises[flag] }));
  const limit = promises.stableBelow?.(values);
  const others = parameters.filter(({ name }) => name !== "learningRate");
  const at = others.map(({ symbol, default: value }) => `$${symbol}=${value}$`);
  return {
    made: [
      ...flags.filter(({ holds }) => holds).map(({ made }) => made),
      ...(promises.monotone ? [monotone(hasRate)] : []),
      ...(limit === undefined
        ? []
        : [
            `${at.length === 0 ? "It" : `With ${listed(at)} it`} converges on $f(x)=\\tfrac12\\lambda x^2$ while $\\eta\\lambda<${number(limit)}$, and diverges above.`,
          ]),
      ...(promises.quadraticSteps === undefined ? [] : [quadratic(promises.quadraticSteps)]),
      ...(promises.convergesWithin === undefined
        ? []
        : [
            `From the usual start of every smooth problem of the package that is bounded below it reaches $\\|\\nabla f\\|_\\infty\\le10^{-6}$ within ${promises.convergesWithin} steps.`,
          ]),
    ],
    notMade: [
      ...flags.filter(({ holds }) => !holds).map(({ notMade }) => notMade),
      ...(promises.monotone ? [] : ["that $f$ falls at every step"]),
    ],
  };
}

type Flag = "rotationInvariant" | "scaleInvariant" | "linear";

const FLAGS: readonly { readonly flag: Flag; readonly made: string; readonly notMade: string }[] = [
  {
    flag: "rotationInvariant",
    made: "Turning the function turns the path: no axis is special.",
    notMade: "to treat all directions alike",
  },
  {
    flag: "scaleInvariant",
    made: "Multiplying $f$ by a positive number leaves the path as it is, but for $\\varepsilon$ and rounding.",
    notMade: "the same path for a multiple of $f$",
  },
  {
    flag: "linear",
    made: "On a quadratic around 0 the path is linear in the start: start twice as far, stay so.",
    notMade: "a path that grows in proportion to the start",
  },
];

function monotone(hasRate: boolean): string {
  return hasRate
    ? "On a convex function $f$ never rises if the learning rate is at most $1/L$, with $L$ the largest curvature."
    : "$f$ never rises, whatever the problem.";
}

/** A count that depends on n is read from two sizes. */
function quadratic(steps: NonNullable<Promises["quadraticSteps"]>): string {
  const [few, many] = [steps(2), steps(10)];
  const count =
    few === many
      ? `${few} step${few === 1 ? "" : "s"}`
      : few === 2 && many === 10
        ? "$n$ steps"
        : few - 2 === many - 10
          ? `$n${few > 2 ? "+" : "-"}${Math.abs(few - 2)}$ steps`
          : `${few} steps for 2 variables and ${many} for 10`;
  return `On a convex quadratic of $n$ variables it stands at the minimum after ${count}, but for rounding.`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}
