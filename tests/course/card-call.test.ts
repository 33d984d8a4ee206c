import { gradientDescentCard } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { cardCall } from "#src/course/card-call.ts";

const parameter = (name: string, value: number) => ({
  ...gradientDescentCard.parameters[0]!,
  name,
  default: value,
});
const card = {
  ...gradientDescentCard,
  id: "clip",
  parameters: [parameter("learningRate", 0.05), parameter("norm", 1), parameter("epsilon", 1e-6)],
};
const call = (make: string, defaults: Readonly<Record<string, string>> = {}) =>
  cardCall(
    `export const clipCard: Card = { id: "clip", make: ${make} };`,
    card,
    (name, option) => defaults[`${name}.${option}`],
  );

describe("the call by which a card makes its method", () => {
  test("has the card's values in place of names", () => {
    const found = call(
      '({ learningRate = 1, norm: longest = 1 } = {}) => clip(descent({ learningRate }), { norm: longest, form: "b" })',
    );
    expect(found.name).toBe("clip");
    expect(found.args).toEqual(["descent({ learningRate: 0.05 })", '{ norm: 1, form: "b" }']);
    expect(found.functions).toEqual(["clip", "descent"]);
    expect([...found.options]).toEqual([
      ["norm", "1"],
      ["form", '"b"'],
    ]);
  });

  test("leaves out what is the default anyway, however that is written", () => {
    const make = '({ epsilon = 1e-6 } = {}) => adam({ epsilon, form: "b" })';
    expect(call(make, { "adam.epsilon": "0.000001" }).args).toEqual(['{ form: "b" }']);
    expect(call(make, { "adam.epsilon": "1e-6", "adam.form": '"b"' }).args).toEqual([]);
    expect(call(make).args).toEqual(['{ epsilon: 1e-6, form: "b" }']);
  });

  test("keeps a function that is passed on", () => {
    const make =
      "({ learningRate = 0.05 } = {}) => slower((rate) => descent({ learningRate: rate }), { learningRate })";
    expect(call(make).args).toEqual([
      "(rate) => descent({ learningRate: rate })",
      "{ learningRate: 0.05 }",
    ]);
  });

  test.each([
    ["make() {}", 'the card "clip" has no make that is an arrow function'],
    ["() => method", 'the card "clip" makes no call'],
    [
      "({ beta = 1 } = {}) => adam({ beta })",
      'the card "clip" makes use of beta, which is no parameter',
    ],
    ["() => adam({ ...rest })", "...rest is no option with a value"],
  ])("%s is refused", (make, message) => {
    expect(() => call(make)).toThrow(message);
  });
});
