import type { Card, Promises } from "@downhill/optim";
import { listed } from "#src/language/listed.ts";
import { say, sayCount } from "#src/language/say.ts";

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
  return {
    made: [
      ...flags.filter(({ holds }) => holds).map(({ made }) => made),
      ...(promises.monotone ? [monotone(hasRate)] : []),
      ...(limit === undefined ? [] : [stable(number(limit), parameters)]),
      ...(promises.quadraticSteps === undefined ? [] : [quadratic(promises.quadraticSteps)]),
      ...(promises.convergesWithin === undefined
        ? []
        : [
            sayCount(
              {
                one: "From the usual start of every smooth problem of the package that is bounded below it reaches {accuracy} within {count} step.",
                other:
                  "From the usual start of every smooth problem of the package that is bounded below it reaches {accuracy} within {count} steps.",
              },
              promises.convergesWithin,
              { accuracy: ACCURACY },
            ),
          ]),
    ],
    notMade: [
      ...flags.filter(({ holds }) => !holds).map(({ notMade }) => notMade),
      ...(promises.monotone ? [] : [say("that $f$ falls at every step")]),
    ],
  };
}

const ACCURACY = "$\\|\\nabla f\\|_\\infty\\le10^{-6}$";

type Flag = "rotationInvariant" | "scaleInvariant" | "linear";

const FLAGS: readonly { readonly flag: Flag; readonly made: string; readonly notMade: string }[] = [
  {
    flag: "rotationInvariant",
    made: say("Turning the function turns the path: no axis is special."),
    notMade: say("to treat all directions alike"),
  },
  {
    flag: "scaleInvariant",
    made: say(
      "Multiplying $f$ by a positive number leaves the path as it is, but for $\\varepsilon$ and rounding.",
    ),
    notMade: say("the same path for a multiple of $f$"),
  },
  {
    flag: "linear",
    made: say(
      "On a quadratic around 0 the path is linear in the start: start twice as far, stay so.",
    ),
    notMade: say("a path that grows in proportion to the start"),
  },
];

function monotone(hasRate: boolean): string {
  return hasRate
    ? say(
        "On a convex function $f$ never rises if the learning rate is at most $1/L$, with $L$ the largest curvature.",
      )
    : say("$f$ never rises, whatever the problem.");
}

/** For which curvatures it converges; what the limit depends on beside the rate is named. */
function stable(limit: string, parameters: Card["parameters"]): string {
  const others = parameters.filter(({ name }) => name !== "learningRate");
  if (others.length === 0)
    return say(
      "It converges on $f(x)=\\tfrac12\\lambda x^2$ while $\\eta\\lambda<{limit}$, and diverges above.",
      { limit },
    );
  const at = others.map(({ symbol, default: value }) => `$${symbol}=${value}$`);
  return say(
    "With {parameters} it converges on $f(x)=\\tfrac12\\lambda x^2$ while $\\eta\\lambda<{limit}$, and diverges above.",
    { parameters: listed(at), limit },
  );
}

/** A count that depends on n is read from two sizes. */
function quadratic(steps: NonNullable<Promises["quadraticSteps"]>): string {
  const [few, many] = [steps(2), steps(10)];
  if (few === many)
    return sayCount(
      {
        one: "On a convex quadratic of $n$ variables it stands at the minimum after {count} step, but for rounding.",
        other:
          "On a convex quadratic of $n$ variables it stands at the minimum after {count} steps, but for rounding.",
      },
      few,
    );
  const more = few - 2;
  if (more !== many - 10)
    return say(
      "On a convex quadratic of $n$ variables it stands at the minimum after {few} steps for 2 variables and {many} for 10, but for rounding.",
      { few, many },
    );
  const counted = more === 0 ? "$n$" : `$n${more > 0 ? "+" : "-"}${Math.abs(more)}$`;
  return say(
    "On a convex quadratic of $n$ variables it stands at the minimum after {steps} steps, but for rounding.",
    { steps: counted },
  );
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}
