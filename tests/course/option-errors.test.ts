import { describe, expect, test } from "vitest";
import type { OptionDoc } from "#src/course/options-of.ts";
import { companions, configurable } from "./configurable.ts";

describe.each(configurable)(
  "$name throws as its docstring says",
  ({ name: method, options, make }) => {
    test("for an unknown option, and then lists all that are documented", () => {
      expect(() => make({ levitation: "1" })).toThrow(TypeError);
      const [, known = ""] =
        /The options are (.*)$/.exec(messageOf(() => make({ levitation: "1" }))) ?? [];
      expect(known.split(", ").sort()).toEqual(options.map(({ name }) => name).sort());
    });

    test.each(options)("for $name", ({ name, type }) => {
      const beside = companions[`${method}.${name}`] ?? {};
      const [otherType, outOfRange] = wrong(type);
      expect(() => make({ ...beside, [name]: otherType })).toThrow(TypeError);
      if (outOfRange !== undefined)
        expect(() => make({ ...beside, [name]: outOfRange })).toThrow(RangeError);
    });
  },
);

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

/** A value of another type, and one of this type that can never be meant. */
function wrong(type: OptionDoc["type"]): readonly [otherType: string, outOfRange?: string] {
  if (type.startsWith('"')) return ["5", '"none of them"'];
  return /^number\b/.test(type) ? ['"much"', "NaN"] : ['"much"'];
}
