import { expect, it } from "vitest";
import { plainText } from "#src/publishing/plain-text.ts";

it("reads formulas and marks as a line without them", () => {
  expect(plainText("read from $\\eta\\lambda$ and $\\beta_1$ what `run` *does*")).toBe(
    "read from ηλ and β₁ what run does",
  );
  expect(plainText("why $-\\nabla f$ is, beside $2/\\eta$")).toBe("why -∇f is, beside 2/η");
});

it("says which formula has no plain form", () => {
  expect(() => plainText("is $\\frac12$")).toThrow(
    'plain text: "$\\frac12$" has no plain form. Say it in words where it is to be read without mathematics.',
  );
});
