import { camelCase, type Maker, requireNew } from "./project.ts";

const FAMILIES = ["gradient", "adaptive", "wrapper", "matrix", "curvature", "derivative-free"];

/** `method ID FAMILY`: a method of the package with its card and its test; it begins as gradient descent. */
export const newMethod: Maker = ([id = "", family = ""]) => {
  const path = `src/optim/src/methods/${id}.ts`;
  const test = `tests/optim/methods/${id}.test.ts`;
  requireNew(id, path, test);
  if (!FAMILIES.includes(family))
    throw new Error(`“${family}” is no family of methods. There are ${FAMILIES.join(", ")}.`);
  const enters = family === "gradient" || family === "adaptive" || family === "matrix";
  return {
    files: { [path]: methodText(id, family), [test]: testText(id) },
    said: `${path} is made, with its test, and is in the index, the catalogue and the README.`,
    next: [
      "Write its rule into the kernel, its source and its promises into the card.",
      ...(enters
        ? [
            "It enters the tournament of the last chapter: measure again, and change what is said there.",
          ]
        : []),
    ],
  };
};

function methodText(id: string, family: string): string {
  const name = camelCase(id);
  return `import { type Card, learningRateParameter } from "../card.ts";
import { type FirstOrderOptions, firstOrder } from "../first-order.ts";
import { requireKnown } from "../internal/guard.ts";
import type { Floats, Method } from "../types.ts";

/**
 * One step in place:
 *
 *     x ← x − α g
 */
export function ${name}Kernel(x: Floats, g: Floats, alpha: number): void {
  for (let i = 0; i < x.length; i++) x[i] = x[i]! - alpha * g[i]!;
}

/**
 * What the method does, in a sentence that a student understands.
 *
 *     x_k = x_{k−1} − α g_k
 *
 * @param options.learningRate α in [0, ∞), or a schedule.
 * @throws TypeError or RangeError for options outside their range.
 * Source: the work that it comes from.
 */
export function ${name}(options: FirstOrderOptions): Method {
  requireKnown("${name}", options, ["learningRate", "weightDecay", "maximize"]);
  return firstOrder(
    {
      name: "${name}",
      memory: () => ({}),
      update: (x, g, _memory, alpha) => ${name}Kernel(x, g, alpha),
    },
    options,
  );
}

/** The catalogue card of this method. */
export const ${name}Card: Card = {
  id: "${id}",
  title: "${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll("-", " ")}",
  family: "${family}",
  parameters: [{ ...learningRateParameter, default: 0.05 }],
  source: "Author 2000",
  promises: { rotationInvariant: true, scaleInvariant: false, linear: true, monotone: true },
  make: ({ learningRate = 0.05 } = {}) => ${name}({ learningRate }),
};
`;
}

function testText(id: string): string {
  const name = camelCase(id);
  return `import { ${name}, ${name}Kernel, run } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { expect, test } from "vitest";

test("the kernel, by hand: from 1 with g = 4 and α = 0.25 to 0", () => {
  const x = Float64Array.of(1);
  ${name}Kernel(x, Float64Array.of(4), 0.25);
  expect(x[0]).toBe(0);
});

test("a theorem: at α = 1/λ one step solves f = λx²/2", () => {
  const { frames } = run(${name}({ learningRate: 0.5 }), bowl([2]), [3], { steps: 1 });
  expect(frames.at(-1)!.x[0]).toBe(0);
});
`;
}
