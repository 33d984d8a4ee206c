import type { Card, Promises } from "@downhill/optim";
import { gradientDescentCard, momentumCard } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";
import { promiseWords } from "#src/course/promises.ts";

const none: Promises = {
  rotationInvariant: false,
  scaleInvariant: false,
  linear: false,
  monotone: false,
};
const card = (promises: Partial<Promises>, parameters: Card["parameters"] = []): Card => ({
  ...gradientDescentCard,
  parameters,
  promises: { ...none, ...promises },
});
const made = (promises: Partial<Promises>) => promiseWords(card(promises)).made;

describe("promises in words", () => {
  test("of momentum: its limit is that at its defaults", () => {
    expect(promiseWords(momentumCard).made.at(-1)).toBe(
      "With $\\beta=0.9$ it converges on $f(x)=\\tfrac12\\lambda x^2$ while $\\eta\\lambda<3.8$, and diverges above.",
    );
    expect(promiseWords(momentumCard).notMade).toEqual([
      "the same path for a multiple of $f$",
      "that $f$ falls at every step",
    ]);
  });

  test("of gradient descent: no other parameter is named", () => {
    const words = promiseWords(gradientDescentCard).made;
    expect(words.at(-1)).toMatch(/^It converges .* while \$\\eta\\lambda<2\$/);
    expect(words).toContain(
      "On a convex function $f$ never rises if the learning rate is at most $1/L$, with $L$ the largest curvature.",
    );
  });

  test("without a learning rate nothing is said of one", () => {
    expect(made({ monotone: true })).toEqual(["$f$ never rises, whatever the problem."]);
    expect(promiseWords(card({})).made).toEqual([]);
    expect(promiseWords(card({})).notMade).toHaveLength(4);
  });

  test.each([
    [() => 1, "1 step"],
    [(n: number) => n, "$n$ steps"],
    [(n: number) => n + 1, "$n+1$ steps"],
    [(n: number) => 2 * n, "4 steps for 2 variables and 20 for 10"],
  ])("steps to the minimum of a quadratic: %s", (quadraticSteps, count) => {
    expect(made({ quadraticSteps })).toEqual([
      `On a convex quadratic of $n$ variables it stands at the minimum after ${count}, but for rounding.`,
    ]);
  });

  test("are mathematics that can be set", () => {
    const all = promiseWords(
      card({
        rotationInvariant: true,
        scaleInvariant: true,
        linear: true,
        convergesWithin: 100,
        stableBelow: () => 2,
      }),
    );
    expect(all.made).toHaveLength(5);
    for (const sentence of [...all.made, ...all.notMade])
      expect(inlineMarkdown(sentence)).not.toMatch(/\$|katex-error/);
  });
});
